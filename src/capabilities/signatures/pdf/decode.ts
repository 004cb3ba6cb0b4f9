import { inflateSync } from 'node:zlib'
import { PdfSyntaxError } from './parse.ts'
import { isDict, nameOf } from './value.ts'
import type { PdfDict, PdfStream, PdfValue } from './value.ts'

/** What reading one file, with all its revisions, may cost; a bomb ends in an error, not in a full memory. */
export interface Budget {
  inflatedBytes: number
  parsedBytes: number
  tableEntries: number
}

const mega = 1024 * 1024

export const freshBudget = (): Budget => ({ inflatedBytes: 64 * mega, parsedBytes: 128 * mega, tableEntries: 4 * mega })

export function spend(budget: Budget, what: keyof Budget, amount: number): void {
  budget[what] -= amount
  if (budget[what] < 0) throw new PdfSyntaxError(`too much to read: ${what}`)
}

/** The bytes of a stream that has no filter or only FlateDecode, with PNG predictors; anything else is an error. */
export function decodeStream(stream: PdfStream, budget: Budget): Buffer {
  const filter = single(stream.dict.get('Filter'))
  if (filter === null) return Buffer.from(stream.data)
  if (nameOf(filter) !== 'FlateDecode') throw new PdfSyntaxError('filter not supported here')
  const parameters = single(stream.dict.get('DecodeParms'))
  if (parameters !== null && !isDict(parameters)) throw new PdfSyntaxError('parameters in another object')
  const data = inflate(stream.data, budget.inflatedBytes)
  spend(budget, 'inflatedBytes', data.length)
  return unpredict(data, isDict(parameters) ? parameters : new Map())
}

function single(value: PdfValue | undefined): PdfValue {
  if (!Array.isArray(value)) return value ?? null
  if (value.length > 1) throw new PdfSyntaxError('several filters')
  return (value[0] as PdfValue | undefined) ?? null
}

function inflate(data: Uint8Array, largest: number): Buffer {
  try {
    return inflateSync(data, { maxOutputLength: Math.max(1, largest) })
  } catch (cause) {
    throw new PdfSyntaxError('stream cannot be inflated', { cause })
  }
}

const at = (row: Uint8Array, index: number) => row[index] ?? 0

function unpredict(data: Buffer, parameters: PdfDict): Buffer {
  const number = (key: string, otherwise: number) => Number(parameters.get(key) ?? otherwise)
  const predictor = number('Predictor', 1)
  if (predictor === 1) return data
  const width = number('Columns', 1)
  const plain = number('Colors', 1) === 1 && number('BitsPerComponent', 8) === 8
  if (!(predictor >= 10) || !plain || !(width > 0 && width <= data.length))
    throw new PdfSyntaxError('predictor not supported')
  const rows: Buffer[] = []
  let above: Uint8Array = new Uint8Array(width)
  for (let start = 0; start + width < data.length; start += width + 1) {
    above = unpredictRow(data.subarray(start, start + width + 1), above)
    rows.push(Buffer.from(above))
  }
  return Buffer.concat(rows)
}

/** The first byte of a row says how its pixels were guessed from their neighbours. */
function unpredictRow(row: Uint8Array, above: Uint8Array): Uint8Array {
  const out = new Uint8Array(row.length - 1)
  for (let column = 0; column < out.length; column += 1) {
    const near = { left: at(out, column - 1), up: at(above, column), corner: at(above, column - 1) }
    out[column] = at(row, column + 1) + guess(at(row, 0), near)
  }
  return out
}

interface Neighbours {
  left: number
  up: number
  corner: number
}

function guess(kind: number, near: Neighbours): number {
  if (kind === 1) return near.left
  if (kind === 2) return near.up
  if (kind === 3) return Math.floor((near.left + near.up) / 2)
  return kind === 4 ? paeth(near) : 0
}

function paeth({ left, up, corner }: Neighbours): number {
  const middle = left + up - corner
  const [toLeft, toUp, toCorner] = [Math.abs(middle - left), Math.abs(middle - up), Math.abs(middle - corner)]
  if (toLeft <= toUp && toLeft <= toCorner) return left
  return toUp <= toCorner ? up : corner
}
