import { createHash } from 'node:crypto'
import { ApiFault, type ApiFile } from '#platform/api.ts'
import { canonicalJson } from '#platform/canonical-json.ts'
import type { WebContext } from '#platform/web.ts'

export interface Content {
  /** As the schema of the route reads it. */
  body: unknown
  file: ApiFile | undefined
  /** The same content always says the same, whatever stands between the parts of a form. */
  said: string
}

/** Text as the forms have it: NFC, and without the character that PostgreSQL cannot keep. */
const clean = (value: string) => value.replaceAll('\0', '').normalize('NFC')

function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return clean(value)
  if (Array.isArray(value)) return value.map(cleaned)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [clean(name), cleaned(inner)]))
}

const isWellFormed = (text: string) => text.isWellFormed()

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch (error) {
    if (error instanceof SyntaxError) throw new ApiFault(400, 'api.notJson')
    throw error
  }
}

async function readJson(c: WebContext): Promise<Content> {
  if (c.req.header('content-type')?.startsWith('application/json') !== true) throw new ApiFault(415, 'api.notJson')
  const text = await c.req.text()
  const body = cleaned(parsed(text))
  if (!isWellFormed(JSON.stringify(body))) throw new ApiFault(400, 'api.notJson')
  return { body, file: undefined, said: text }
}

async function fileOf(given: FormDataEntryValue | null): Promise<ApiFile | undefined> {
  if (given === null || typeof given === 'string') return undefined
  return { name: clean(given.name), bytes: new Uint8Array(await given.arrayBuffer()) }
}

async function formOf(c: WebContext): Promise<FormData> {
  try {
    return await c.req.formData()
  } catch (error) {
    if (error instanceof TypeError) throw new ApiFault(400, 'api.notForm')
    throw error
  }
}

async function readForm(c: WebContext): Promise<Content> {
  if (c.req.header('content-type')?.startsWith('multipart/form-data') !== true) throw new ApiFault(415, 'api.notForm')
  const form = await formOf(c)
  const fields = [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, clean(value)]] : []))
  const file = await fileOf(form.get('file'))
  const bytes = createHash('sha256')
    .update(file?.bytes ?? '')
    .digest('hex')
  const body: unknown = Object.fromEntries(fields)
  return { body, file, said: canonicalJson({ fields, name: file?.name ?? '', bytes }) }
}

/** The content of a write: JSON, or a form with a file. */
export const readContent = (c: WebContext, takesFile: boolean): Promise<Content> =>
  takesFile ? readForm(c) : readJson(c)
