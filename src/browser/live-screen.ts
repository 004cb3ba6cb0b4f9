const pauseMs = 3000

/**
 * Follows its own page: what stands in `[data-live]` is asked for again and again and changes only where it differs.
 * When the line is lost the last that came stays, and `[data-lost]` says so.
 */
export class LiveScreen extends HTMLElement {
  connectedCallback() {
    this.#later()
  }

  #later() {
    setTimeout(() => void this.#follow().then(() => this.#later()), pauseMs)
  }

  async #follow() {
    const fresh = await this.#ask()
    const lost = this.querySelector<HTMLElement>('[data-lost]')
    if (lost !== null) lost.hidden = fresh !== null
    const shown = this.querySelector('[data-live]')
    if (fresh === null || shown === null || shown.innerHTML === fresh.innerHTML) return
    shown.replaceChildren(...fresh.childNodes)
  }

  /** The page as it is now; `null` without a line, or when it is another page: a sign-in, a fault. */
  async #ask(): Promise<Element | null> {
    try {
      const answer = await fetch(location.href, { cache: 'no-store', signal: AbortSignal.timeout(10_000) })
      if (!answer.ok) return null
      return new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('live-screen [data-live]')
    } catch {
      return null
    }
  }
}
