import { fromBase64, toBase64 } from '#capabilities/signatures/base64.ts'
import { isPaperAttributes } from '#capabilities/signatures/signing/paper-attributes.ts'
import {
  openSignerKey,
  SignerKeyError,
  signWith,
  type SealedKey,
  type SignerKey,
} from '#capabilities/signatures/keys/signer-key.ts'
import { postJson, type Answer } from './post.ts'
import { busy, fieldText, say } from './say.ts'

const turnPauseMs = 600
const mostTries = 100

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Opens the signer's key, waits for the turn at the paper, signs what the server prepared and gives it back. */
export class SignPaper extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector('form')
    form?.addEventListener('submit', (event) => {
      event.preventDefault()
      busy(form, true)
      void this.#sign(form).finally(() => busy(form, false))
    })
  }

  async #sign(form: HTMLFormElement) {
    say(this, 'opening')
    const key = await this.#open(fieldText(form, 'passphrase'))
    if (key === null) return say(this, 'wrongPassphrase')
    const turn = await this.#takeTurn()
    if (turn.body.job === undefined) return this.#refused(turn)
    say(this, 'signing')
    const attributes = fromBase64(turn.body.signedAttributes ?? '')
    if (!isPaperAttributes(attributes)) return say(this, 'failed')
    const signature = await signWith(key, attributes)
    const given = { job: turn.body.job, signature: toBase64(signature) }
    const answer = await postJson(this.dataset['signature'] ?? '', given)
    return answer.status === 200 ? location.assign(this.dataset['done'] ?? '') : this.#refused(answer)
  }

  async #open(passphrase: string): Promise<SignerKey | null> {
    try {
      return await openSignerKey(JSON.parse(this.dataset['sealed'] ?? '') as SealedKey, passphrase)
    } catch (error) {
      if (error instanceof SignerKeyError) return null
      throw error
    }
  }

  /** One signer at a time: while another holds the paper, this one asks again. */
  async #takeTurn(): Promise<Answer> {
    let answer = await postJson(this.dataset['turn'] ?? '', {})
    for (let tries = 1; answer.body.problem === 'signatures.busy' && tries < mostTries; tries += 1) {
      say(this, 'waiting')
      await pause(turnPauseMs)
      answer = await postJson(this.dataset['turn'] ?? '', {})
    }
    return answer
  }

  #refused({ body }: Answer) {
    if (body.door !== undefined)
      return location.assign(`${body.door.split('?')[0] ?? ''}?ve=${encodeURIComponent(location.pathname)}`)
    return say(this, 'failed', body.message)
  }
}
