import { fillForm, sendAsForm, typedFields } from './form-fields.ts'
import { keepPage, ownerOfPage } from './kept-pages.ts'
import { newNumber, openQueue, type KeptEntry } from './offline-queue.ts'
import { Outbox } from './outbox.ts'
import type { Sent } from './send-entry.ts'
import { noteSent, UnsentList } from './unsent-list.ts'

/** The name under which this very file was built: a kept page goes with its own scripts. */
const version = new URL(import.meta.url).pathname.replaceAll(/\W+/g, '')
const pauseMs = 500

/**
 * Keeps what its form says on this machine before it is sent, and sends it once there is a line again. `data-number`
 * names the field with the entry's own number; `data-adds` says that each sending is a new thing.
 */
export class OfflineEntry extends HTMLElement {
  #timer: number | undefined

  async connectedCallback() {
    const form = this.querySelector('form')
    const list = new UnsentList(this)
    const queue = await openQueue()
    if (form === null) return
    if (queue === null) return list.say('refused')
    const outbox = new Outbox(queue, ownerOfPage() ?? '')
    const show = async (last?: Sent) => list.show(await outbox.kept(), await outbox.othersCount(), last)
    const sendAll = async () => document.visibilityState === 'visible' && show(await this.#sendAll(form, outbox))
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      void this.#submit(form, event.submitter, outbox).then(show)
    })
    form.addEventListener('input', () => this.#later(() => void this.#keep(form, outbox).then(() => show())))
    list.onAct((deed, id) => void this.#act(outbox, list, { deed, id }).then(deed === 'send' ? sendAll : () => show()))
    for (const moment of ['online', 'focus']) addEventListener(moment, () => void sendAll())
    document.addEventListener('visibilitychange', () => void sendAll())
    // After a reload without a line the page is older than what was typed into it.
    const typed = (await outbox.kept()).findLast(({ action, state }) => action === form.action && state === 'waiting')
    if (typed !== undefined && !this.#isNewThing) fillForm(form, typed.fields)
    await sendAll()
    await keepPage(ownerOfPage() ?? '', version)
  }

  get #isNewThing() {
    return 'adds' in this.dataset
  }

  #entryOf(form: HTMLFormElement, button: HTMLElement | null): KeptEntry {
    const id = newNumber()
    const number = form.elements.namedItem(this.dataset['number'] ?? '')
    if (number instanceof HTMLInputElement) number.value = id
    const shared = { id, owner: ownerOfPage() ?? '', action: form.action, title: this.dataset['title'] ?? '' }
    const fields = typedFields(form, button, this.#isNewThing)
    return { ...shared, fields, keptAt: Date.now(), state: 'waiting', isTried: false }
  }

  /** Kept first, then sent: whatever happens on the line, nothing typed is lost. */
  async #submit(form: HTMLFormElement, button: HTMLElement | null, outbox: Outbox): Promise<Sent | undefined> {
    clearTimeout(this.#timer)
    const entry = this.#entryOf(form, button)
    await outbox.keep(entry, this.#isNewThing)
    const sent = navigator.onLine ? await outbox.send(entry) : ({ outcome: 'offline' } as const)
    if (sent.outcome === 'arrived') location.assign(sent.page)
    if (sent.outcome === 'asks') {
      await outbox.drop(entry.id)
      sendAsForm(entry)
    }
    if (this.#isNewThing && sent.outcome !== 'asks') form.reset()
    return sent
  }

  #later(work: () => void) {
    clearTimeout(this.#timer)
    if (!navigator.onLine && !this.#isNewThing) this.#timer = window.setTimeout(work, pauseMs)
  }

  /** Without a line every pause in typing is a saving: the page may be closed. */
  async #keep(form: HTMLFormElement, outbox: Outbox) {
    await outbox.keep(this.#entryOf(form, null), false)
    form.dispatchEvent(new Event('kept'))
  }

  /** What arrived from this very form changed what its page shows: it is opened anew. */
  async #sendAll(form: HTMLFormElement, outbox: Outbox): Promise<Sent | undefined> {
    const round = await outbox.sendAll()
    const own = round.findLast(({ entry, sent }) => entry.action === form.action && sent.outcome === 'arrived')
    if (own?.sent.outcome === 'arrived') {
      noteSent()
      location.assign(own.sent.page)
    }
    return round.at(-1)?.sent
  }

  async #act(outbox: Outbox, list: UnsentList, { deed, id }: { deed: string; id: string }) {
    const entry = await outbox.find(id)
    if (deed === 'sign-in') location.assign(list.door)
    if (deed === 'drop') await outbox.drop(id)
    if (deed === 'open' && entry !== undefined) sendAsForm(entry)
  }
}
