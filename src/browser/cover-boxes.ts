interface Box {
  page: string
  left: number
  top: number
  width: number
  height: number
}

const tenths = (part: number) => Math.round(part * 1000) / 10
const lineOf = ({ page, left, top, width, height }: Box) =>
  `${page}: ${[left, top, width, height].map(tenths).join(', ')}`
/** A slip of the finger is no box. */
const least = 0.005

/** Boxes to be covered are drawn on the pages with the pointer; each is a line in the text field, which works alone too. */
export class CoverBoxes extends HTMLElement {
  connectedCallback() {
    this.querySelectorAll<HTMLElement>('[data-page]').forEach((page) => this.#watch(page))
  }

  get #field() {
    const name = this.dataset['field'] ?? ''
    const field = document.getElementById(name)
    return field instanceof HTMLTextAreaElement ? field : null
  }

  #watch(page: HTMLElement) {
    page.addEventListener('dragstart', (event) => event.preventDefault())
    page.addEventListener('pointerdown', (down) => {
      if (down.button !== 0 || down.target instanceof HTMLButtonElement) return
      const drawn = this.#mark(page)
      const move = (event: PointerEvent) => this.#place(drawn, boxOf(page, down, event))
      const up = (event: PointerEvent) => {
        page.removeEventListener('pointermove', move)
        this.#keep(drawn, boxOf(page, down, event))
      }
      page.setPointerCapture(down.pointerId)
      page.addEventListener('pointermove', move)
      page.addEventListener('pointerup', up, { once: true })
    })
  }

  #mark(page: HTMLElement): HTMLButtonElement {
    const drawn = document.createElement('button')
    drawn.type = 'button'
    drawn.className = 'cover-box'
    drawn.setAttribute('aria-label', this.dataset['remove'] ?? '')
    page.append(drawn)
    return drawn
  }

  #place(drawn: HTMLElement, { left, top, width, height }: Box) {
    Object.assign(drawn.style, {
      left: `${left * 100}%`,
      top: `${top * 100}%`,
      width: `${width * 100}%`,
      height: `${height * 100}%`,
    })
  }

  #keep(drawn: HTMLButtonElement, box: Box) {
    const field = this.#field
    if (box.width < least || box.height < least || field === null) {
      drawn.remove()
      return
    }
    const line = lineOf(box)
    field.value = [...linesIn(field), line].join('\n')
    drawn.addEventListener('click', () => {
      field.value = linesIn(field)
        .filter((other) => other !== line)
        .join('\n')
      drawn.remove()
    })
  }
}

const linesIn = (field: HTMLTextAreaElement) => field.value.split('\n').filter((line) => line.trim() !== '')

/** Between two points of the pointer, in parts of the page, never outside it. */
function boxOf(page: HTMLElement, from: PointerEvent, to: PointerEvent): Box {
  const place = page.getBoundingClientRect()
  const within = (part: number) => Math.min(1, Math.max(0, part))
  const across = [from, to].map(({ clientX }) => within((clientX - place.left) / place.width))
  const down = [from, to].map(({ clientY }) => within((clientY - place.top) / place.height))
  const [left, top] = [Math.min(...across), Math.min(...down)]
  return {
    page: page.dataset['page'] ?? '1',
    left,
    top,
    width: Math.max(...across) - left,
    height: Math.max(...down) - top,
  }
}
