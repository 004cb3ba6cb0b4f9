import { benchProvince } from './province.ts'
import { benchXlsx } from './xlsx.ts'

/** The year between signing and judging. */
export const progressParts: Readonly<Record<string, () => Promise<void>>> = {
  'progress/province': benchProvince,
  'progress/xlsx': benchXlsx,
}
