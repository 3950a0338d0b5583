// Offers to print where there is a script to do it; browsers print by their own menu too.
for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => print());
}
