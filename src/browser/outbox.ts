import { countOfOthers, entriesKept, type KeptEntry, type Queue } from './offline-queue.ts'
import { sendEntry, type Sent } from './send-entry.ts'

type Round = { entry: KeptEntry; sent: Sent }[]

/** What one person's forms said and is not known to have arrived. */
export class Outbox {
  #queue: Queue
  #owner: string

  constructor(queue: Queue, owner: string) {
    this.#queue = queue
    this.#owner = owner
  }

  kept = () => entriesKept(this.#queue, this.#owner)
  othersCount = () => countOfOthers(this.#queue, this.#owner)
  find = (id: string) => this.#queue.get('entries', id)
  drop = (id: string) => this.#queue.delete('entries', id)

  /** In place of what the same form said before, as long as that was never on the line. */
  async keep(entry: KeptEntry, isNewThing: boolean) {
    const same = isNewThing ? [] : (await this.kept()).filter(({ action }) => action === entry.action)
    for (const { id, isTried } of same) if (!isTried) await this.drop(id)
    await this.#queue.put('entries', entry)
  }

  async send(entry: KeptEntry): Promise<Sent> {
    const sent = await sendEntry(entry)
    if (sent.outcome === 'arrived') await this.#settle(entry)
    else
      await this.#queue.put('entries', { ...entry, isTried: true, state: sent.outcome === 'asks' ? 'asks' : 'waiting' })
    return sent
  }

  /** What was asked about the same form is settled by the one that arrived. */
  async #settle({ id, action }: KeptEntry) {
    const settled = (await this.kept()).filter(
      (one) => one.id === id || (one.action === action && one.state === 'asks'),
    )
    for (const one of settled) await this.drop(one.id)
  }

  /** One tab at a time, in the order in which they were kept; the first that finds no line ends the round. */
  async sendAll(): Promise<Round> {
    const round = () => this.#sendRound()
    return 'locks' in navigator ? navigator.locks.request('giao-uoc-gui', round) : round()
  }

  async #sendRound(): Promise<Round> {
    const round: Round = []
    for (const entry of (await this.kept()).filter(({ state }) => state === 'waiting')) {
      const sent = await this.send(entry)
      round.push({ entry, sent })
      if (sent.outcome !== 'arrived' && sent.outcome !== 'asks') break
    }
    return round
  }
}
