import { isArray, isDict } from './value.ts'
import type { PdfDict, PdfStream, PdfString, PdfValue } from './value.ts'

const latin = (text: string) => Buffer.from(text, 'latin1')

/** A value as PDF syntax. */
export function writeValue(value: PdfValue): Buffer {
  if (isDict(value)) return latin(writeDict(value))
  if (typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'stream')
    return writeStream(value)
  return latin(writeInline(value))
}

function writeStream(stream: PdfStream): Buffer {
  const dict = new Map([...stream.dict, ['Length', stream.data.length] as const])
  return Buffer.concat([latin(`${writeDict(dict)}\nstream\n`), stream.data, latin('\nendstream')])
}

function writeDict(dict: PdfDict): string {
  return `<<${[...dict].map(([key, value]) => `${writeName(key)} ${writeInline(value)}`).join('\n')}>>`
}

function writeInline(value: PdfValue): string {
  if (value === null) return 'null'
  if (typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return writeNumber(value)
  if (isDict(value)) return writeDict(value)
  if (isArray(value)) return `[${value.map(writeInline).join(' ')}]`
  return writeKind(value)
}

function writeKind(value: Exclude<PdfValue, null | boolean | number | PdfDict | readonly PdfValue[]>): string {
  if (value.kind === 'name') return writeName(value.value)
  if (value.kind === 'ref') return `${value.num} ${value.gen} R`
  if (value.kind === 'string') return writeString(value)
  if (value.kind === 'real') return `${value.value.toFixed(0)}.0`
  if (value.kind === 'raw') return value.text
  throw new TypeError('a stream stands only as an object of its own')
}

function writeNumber(value: number): string {
  if (Number.isInteger(value)) return value.toFixed(0)
  return value.toFixed(6).replace(/0+$/, '').replace(/\.$/, '')
}

function writeName(value: string): string {
  const escape = (char: string) => `#${char.charCodeAt(0).toString(16).padStart(2, '0')}`
  return `/${value.replace(/[^!-~]|[#/%()<>[\]{}]/g, escape)}`
}

function writeString(value: PdfString): string {
  const text = Buffer.from(value.bytes).toString('latin1')
  if (!/^[ -~]*$/.test(text)) return `<${Buffer.from(value.bytes).toString('hex').toUpperCase()}>`
  return `(${text.replace(/[\\()]/g, '\\$&')})`
}
