const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]')

/** Teaches "/" to go to the search field. */
export class SearchKey extends HTMLElement {
  connectedCallback() {
    this.classList.add('ready')
    addEventListener('keydown', (event) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      event.preventDefault()
      document.getElementById(this.getAttribute('for') ?? '')?.focus()
    })
  }
}
