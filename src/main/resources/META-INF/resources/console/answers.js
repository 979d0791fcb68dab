// Switches the language of the letter shown.

document.addEventListener('change', (event) => {
  const choice = event.target.closest('[data-letter-choice]');
  if (choice) {
    for (const letter of choice.closest('[data-letters]').querySelectorAll('[data-letter]')) {
      letter.hidden = letter.dataset.letter !== choice.value;
    }
  }
});
