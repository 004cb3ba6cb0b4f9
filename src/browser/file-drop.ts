/** Lets a file be dropped on the whole place; the plain input inside works without it. */
export class FileDrop extends HTMLElement {
  connectedCallback() {
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
}
