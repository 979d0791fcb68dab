// Shows refused activations and forms in place of the result; closes dialogs.

const REFUSALS = [409, 422];

document.addEventListener('htmx:beforeSwap', ({ detail }) => {
  const page = detail.xhr.getResponseHeader('Content-Type')?.startsWith('text/html');
  if (REFUSALS.includes(detail.xhr.status) && page) {
    detail.shouldSwap = true;
    detail.isError = false;
  }
});

document.addEventListener('click', (event) => {
  if (event.target.closest('[data-closes]')) {
    event.target.closest('dialog')?.close();
  }
});

// Fields for a new item are shown while no existing item is chosen.
for (const field of document.querySelectorAll('[data-shown-for]')) {
  const choice = document.querySelector(field.dataset.shownFor);
  const show = () => { field.hidden = choice.value !== ''; };
  choice.addEventListener('change', show);
  show();
}
