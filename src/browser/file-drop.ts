/**
 * Lets a file be dropped on the whole place; the plain input inside works without it.
 * A file above `data-most-bytes` is refused in the words of `data-too-large` before anything is sent.
 */
export class FileDrop extends HTMLElement {
  connectedCallback() {
    this.addEventListener('change', (event) => {
      if (event.target instanceof HTMLInputElement && event.target.type === 'file') this.#weigh(event.target)
    })
    this.addEventListener('dragover', (event) => {
      event.preventDefault()
      this.classList.add('over')
    })
    this.addEventListener('dragleave', () => this.classList.remove('over'))
    this.addEventListener('drop', (event) => {
      event.preventDefault()
      this.classList.remove('over')
      const input = this.querySelector<HTMLInputElement>('input[type=file]')
      const files = event.dataTransfer?.files
      if (input === null || files === undefined || files.length === 0) return
      input.files = files
      input.dispatchEvent(new Event('change', { bubbles: true }))
    })
  }

  #weigh(input: HTMLInputElement) {
    const most = Number(this.dataset['mostBytes'] ?? Infinity)
    const isHeavy = [...(input.files ?? [])].some((file) => file.size > most)
    input.setCustomValidity(isHeavy ? (this.dataset['tooLarge'] ?? '') : '')
    if (isHeavy) input.reportValidity()
  }
}
