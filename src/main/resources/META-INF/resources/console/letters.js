// Inserts a value at the cursor of the text that was edited last.

let last = document.querySelector('textarea[name=text]');

document.addEventListener('focusin', (event) => {
  if (event.target.matches('textarea[name=text]')) {
    last = event.target;
  }
});

document.addEventListener('click', (event) => {
  const button = event.target.closest('[data-inserts]');
  if (button && last) {
    last.focus();
    last.setRangeText(button.dataset.inserts, last.selectionStart, last.selectionEnd, 'end');
    last.dispatchEvent(new Event('input', { bubbles: true }));
  }
});
