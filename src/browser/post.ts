export interface Answer {
  status: number
  body: {
    message?: string
    problem?: string
    door?: string
    version?: number
    savedAt?: string
    text?: string
    /** Fields that now hold something else, by name. */
    fields?: Readonly<Record<string, string>>
    job?: string
    signedAttributes?: string
    /** What a device shall be asked. */
    options?: unknown
  }
}

/** Posts as a script: refusals come back as JSON. No answer at all counts as 0. */
export async function postJson(address: string, content: FormData | object): Promise<Answer> {
  const isForm = content instanceof FormData
  const headers: Record<string, string> = { accept: 'application/json' }
  if (!isForm) headers['content-type'] = 'application/json'
  try {
    const response = await fetch(address, { method: 'POST', headers, body: isForm ? content : JSON.stringify(content) })
    return { status: response.status, body: (await response.json()) as Answer['body'] }
  } catch {
    return { status: 0, body: {} }
  }
}
