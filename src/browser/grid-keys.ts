import { fieldsOf, pasteBlock, type Field } from './paste-block.ts'
import { decimalOf, shownDecimal } from './typed-decimal.ts'

const steps: Readonly<Record<string, 1 | -1>> = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }

/** Enter goes down and with Shift up; in a field of several lines both stay what they are. */
function stepOf(event: KeyboardEvent): 1 | -1 | null {
  const isHeld = [event.isComposing, event.ctrlKey, event.altKey, event.metaKey].includes(true)
  if (isHeld || !(event.target instanceof HTMLInputElement)) return null
  return event.key === 'Enter' && event.shiftKey ? -1 : (steps[event.key] ?? null)
}

/** Arrows and Enter move as in Excel, a block of cells is pasted where the cursor stands, `[data-total]` follows. */
export class GridKeys extends HTMLElement {
  connectedCallback() {
    this.addEventListener('keydown', (event) => this.#key(event))
    this.addEventListener('paste', (event) => this.#paste(event))
    this.addEventListener('input', () => this.#addUp())
    this.#addUp()
  }

  #placeOf(rows: readonly (Field | null)[][], target: EventTarget | null): [row: number, column: number] | null {
    const row = rows.findIndex((fields) => fields.some((field) => field === target))
    return row === -1 ? null : [row, rows[row]?.findIndex((field) => field === target) ?? 0]
  }

  #key(event: KeyboardEvent) {
    const [step, rows] = [stepOf(event), fieldsOf(this)]
    const place = this.#placeOf(rows, event.target)
    if (step === null || place === null) return
    event.preventDefault()
    const column = rows.map((fields) => fields[place[1]] ?? null)
    const ahead = step === 1 ? column.slice(place[0] + 1) : column.slice(0, place[0]).toReversed()
    const next = ahead.find((field) => field !== null && !field.disabled)
    next?.focus()
    if (next instanceof HTMLInputElement) next.select()
  }

  #paste(event: ClipboardEvent) {
    const rows = fieldsOf(this)
    const place = this.#placeOf(rows, event.target)
    const text = event.clipboardData?.getData('text/plain') ?? ''
    // One cell is pasted by the browser itself, into what is typed there already.
    if (place === null || !/[\t\n]/.test(text.replace(/\r?\n$/, ''))) return
    event.preventDefault()
    pasteBlock(rows.slice(place[0]), place[1], text)
    event.target?.dispatchEvent(new Event('input', { bubbles: true }))
  }

  #addUp() {
    for (const total of this.querySelectorAll<HTMLElement>('[data-total]')) {
      const fields = [...this.querySelectorAll<HTMLInputElement>(`[data-adds="${total.dataset['total'] ?? ''}"]`)]
      const numbers = fields.map(({ value }) => decimalOf(value)).filter((number) => number !== null)
      total.textContent = numbers.length === 0 ? '–' : shownDecimal(numbers.reduce((sum, number) => sum + number, 0n))
    }
  }
}
