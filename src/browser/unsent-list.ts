import type { KeptEntry } from './offline-queue.ts'
import type { Sent } from './send-entry.ts'

const inVietnam = { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Ho_Chi_Minh' } as const
const timeOf = (at: number) => new Date(at).toLocaleTimeString('vi', inVietnam)

const sentKey = 'gu-da-gui'

/** For the page that is opened next: it says when the entries went. */
export const noteSent = () => sessionStorage.setItem(sentKey, String(Date.now()))

function takeSentTime(): number | null {
  const noted = sessionStorage.getItem(sentKey)
  sessionStorage.removeItem(sentKey)
  return noted === null ? null : Number(noted)
}

/** Says honestly what this machine still holds, in the sentences that the page brought along. */
export class UnsentList {
  #place: HTMLElement | null
  /** Where one signs in again. */
  door = '/'

  #sentAt: number | null

  constructor(host: HTMLElement) {
    this.#place = host.querySelector('[data-unsent]')
    this.#sentAt = takeSentTime()
  }

  onAct(act: (deed: string, id: string) => void) {
    this.#place?.addEventListener('click', (event) => {
      const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-deed]') : null
      if (button !== null) act(button.dataset['deed'] ?? '', button.dataset['entry'] ?? '')
    })
  }

  /** One of the sentences alone. */
  say(key: string) {
    this.#line(key, {})
  }

  show(entries: readonly KeptEntry[], others: number, last: Sent | undefined) {
    this.#sayKept(entries, last)
    if (last?.outcome === 'signed-out') this.door = last.door
    for (const key of ['signed-out', 'other'] as const) this.#toggle(key, last?.outcome === key)
    if (others > 0) this.#line('others', { count: String(others) })
    else this.#hide('others')
    this.#toggle('send', entries.length > 0)
    this.#list(entries)
  }

  #sayKept(entries: readonly KeptEntry[], last: Sent | undefined) {
    const [first] = entries
    if (first !== undefined) return this.#line('waiting', { count: String(entries.length), time: timeOf(first.keptAt) })
    if (last?.outcome === 'arrived') this.#sentAt = Date.now()
    if (this.#sentAt !== null) return this.#line('sent', { time: timeOf(this.#sentAt) })
    return this.#hide('waiting', 'sent')
  }

  #part(key: string) {
    return this.#place?.querySelector<HTMLElement>(`[data-say="${key}"]`) ?? null
  }

  #toggle(key: string, isShown: boolean) {
    const part = this.#part(key)
    if (part !== null) part.hidden = !isShown
    if (isShown && this.#place !== null) this.#place.hidden = false
  }

  #hide(...keys: string[]) {
    for (const key of keys) this.#toggle(key, false)
  }

  #line(key: string, values: Record<string, string>) {
    if (key === 'waiting' || key === 'sent') this.#hide('waiting', 'sent')
    const part = this.#part(key)
    const sentence = part?.dataset['sentence'] ?? part?.textContent ?? ''
    if (part !== null) part.textContent = sentence.replace(/\{(\w+)\}/g, (_all, name: string) => values[name] ?? '')
    this.#toggle(key, true)
  }

  #list(entries: readonly KeptEntry[]) {
    const list = this.#place?.querySelector('[data-entries]')
    const model = this.#place?.querySelector<HTMLTemplateElement>('template')?.content.firstElementChild
    if (!list || !model) return
    list.replaceChildren(...entries.map((entry) => itemOf(model, entry)))
  }
}

function itemOf(model: Element, { id, title, keptAt, state }: KeptEntry) {
  const item = model.cloneNode(true) as HTMLElement
  const set = (name: string, text: string) => {
    const part = item.querySelector(`[data-part="${name}"]`)
    if (part !== null) part.textContent = text
  }
  set('title', title)
  set('time', timeOf(keptAt))
  for (const part of item.querySelectorAll<HTMLElement>('[data-deed]')) part.dataset['entry'] = id
  for (const part of item.querySelectorAll<HTMLElement>('[data-when]'))
    if (part.dataset['when'] !== state) part.remove()
  return item
}
