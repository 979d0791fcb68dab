// Confirms activations and takes forms; a refusal is told where the answer would have been.

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

// Fields for what is new, shown as long as nothing that is there already is chosen.
for (const field of document.querySelectorAll('[data-shown-for]')) {
  const choice = document.querySelector(field.dataset.shownFor);
  const show = () => { field.hidden = choice.value !== ''; };
  choice.addEventListener('change', show);
  show();
}
