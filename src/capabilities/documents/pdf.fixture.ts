import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Block, Paper, SignatureCell } from './paper.ts'

/** Runs a program of poppler or qpdf on a PDF; `args` has 'FILE' where the file's path goes. Returns its output. */
export function runOnPdf(program: string, args: readonly string[], pdf: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'paper-'))
  try {
    const file = join(folder, 'paper.pdf')
    writeFileSync(file, pdf)
    return execFileSync(
      program,
      args.map((arg) => (arg === 'FILE' ? file : arg)),
      { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] },
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
}

export function textOf(pdf: Uint8Array): string {
  return runOnPdf('pdftotext', ['-layout', 'FILE', '-'], pdf)
}

/** The words in reading order, on one line. */
export function wordsOf(pdf: Uint8Array): string {
  return runOnPdf('pdftotext', ['FILE', '-'], pdf).replaceAll(/\s+/gu, ' ')
}

/** Each word with its page and place, in points from the lower left corner. */
export function placedWords(pdf: Uint8Array) {
  const [, ...pages] = runOnPdf('pdftotext', ['-bbox', 'FILE', '-'], pdf).split('<page ')
  return pages.flatMap((text, index) => {
    const height = Number(/height="([\d.]+)"/u.exec(text)?.[1])
    const words = text.matchAll(/<word xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">(.*?)</gu)
    return [...words].map(([, x1, y1, x2, y2, word = '']) => {
      const rect = [Number(x1), height - Number(y2), Number(x2), height - Number(y1)] as const
      return { word, page: index + 1, rect }
    })
  })
}

export function paperOf(blocks: readonly Block[], rest: Partial<Paper> = {}): Paper {
  return {
    profile: 'state',
    language: 'vi',
    documentDate: '2024-02-29',
    metadata: { author: 'Khối thi đua ven biển' },
    head: { parent: [], body: ['Khối thi đua ven biển'], placeAndDate: 'Bình Thuở, ngày 29 tháng 02 năm 2024' },
    title: 'Giao ước thi đua',
    blocks,
    ...rest,
  }
}

export function paragraph(text: string): Block {
  return { kind: 'paragraph', text }
}

export function cells(count: number): SignatureCell[] {
  return Array.from({ length: count }, (_, index) => ({
    field: `unit-${index + 1}`,
    caption: [`Hội Bảo trợ người khuyết tật và trẻ mồ côi huyện Đặng Lễ số ${index + 1}`],
    post: 'Chủ tịch',
    signer: 'Nguyễn Thị Ngọc Ánh',
  }))
}
