const moves: Readonly<Record<string, string>> = { ArrowUp: 'up', ArrowDown: 'down', ArrowRight: 'in', ArrowLeft: 'out' }

const placeOf = (target: EventTarget | null) =>
  target instanceof Element ? target.closest<HTMLElement>('[data-place]')?.dataset['place'] : undefined

const focusLine = () => document.getElementById(location.hash.slice(1))?.querySelector('a')?.focus()

/** Items of an outline are moved by Alt and an arrow, or dragged before another; the form's own buttons do the same. */
export class OutlineTree extends HTMLElement {
  #dragged: string | undefined

  connectedCallback() {
    for (const line of this.querySelectorAll<HTMLElement>('.outline-line')) line.draggable = true
    this.addEventListener('keydown', (event) => this.#key(event))
    this.addEventListener('dragstart', (event) => {
      this.#dragged = placeOf(event.target)
    })
    this.addEventListener('dragover', (event) => this.#over(event))
    this.addEventListener('drop', (event) => this.#drop(event))
    // Whoever moved an item by keyboard goes on with it; the browser itself goes to the line first.
    window.addEventListener('load', () => setTimeout(focusLine), { once: true })
  }

  #key(event: KeyboardEvent) {
    const [move, place] = [moves[event.key], placeOf(event.target)]
    if (!event.altKey || move === undefined || place === undefined) return
    event.preventDefault()
    this.#send(`${move} ${place}`)
  }

  #over(event: DragEvent) {
    const line = event.target instanceof Element ? event.target.closest('.outline-line') : null
    if (this.#dragged === undefined || line === null) return
    event.preventDefault()
    this.querySelectorAll('.over').forEach((other) => other.classList.remove('over'))
    line.classList.add('over')
  }

  #drop(event: DragEvent) {
    const [from, before] = [this.#dragged, placeOf(event.target)]
    this.#dragged = undefined
    if (from === undefined || before === undefined || from === before) return
    event.preventDefault()
    this.#send(`before ${from} ${before}`)
  }

  #send(act: string) {
    const form = this.querySelector('form')
    if (form === null) return
    const field = Object.assign(document.createElement('input'), { type: 'hidden', name: 'act', value: act })
    form.append(field)
    form.requestSubmit()
  }
}
