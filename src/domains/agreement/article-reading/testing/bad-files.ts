import { Buffer } from 'node:buffer'
import { strToU8, zipSync } from 'fflate'
import { article } from './article.ts'

/** Half a megabyte that unpacks to sixty. */
const docxBomb = () =>
  zipSync({
    'word/document.xml': strToU8('<w:document/>'),
    'word/media/anh.bin': [new Uint8Array(60 * 1024 * 1024), { level: 1 }],
  })

/** One page with a drawn box and no letters, as a scanner makes it. */
function scannedPdf(trailer = ''): Uint8Array {
  const content = '0 0 300 300 re f'
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] /Contents 4 0 R /Resources << >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
  ]
  let body = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const at = body.length
    body += `${index + 1} 0 obj\n${object}\nendobj\n`
    return `${String(at).padStart(10, '0')} 00000 n \n`
  })
  const table = `xref\n0 5\n0000000000 65535 f \n${offsets.join('')}`
  return strToU8(`${body}${table}trailer\n<< /Size 5 /Root 1 0 R ${trailer} >>\nstartxref\n${body.length}\n%%EOF`)
}

const locked = `/ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> >>`

/** Files that cannot be read, each with the words of its refusal. */
export const badFiles: Readonly<Record<string, { bytes: () => Uint8Array; refusal: string }>> = {
  'bom.docx': { bytes: docxBomb, refusal: 'Tệp nén bất thường' },
  'quet.pdf': { bytes: () => scannedPdf(), refusal: 'chỉ có ảnh quét' },
  'khoa.pdf': { bytes: () => scannedPdf(locked), refusal: 'được đặt mật khẩu' },
  'hong.docx': { bytes: () => docxBomb().subarray(0, 400), refusal: 'bị hỏng' },
  'lan-bang-ma.txt': {
    bytes: () =>
      Buffer.concat([Buffer.from(article), Buffer.from([0xe1, 0xc7, 0xff]), Buffer.from(article, 'utf16le')]),
    refusal: 'Không nhận ra bảng mã',
  },
  'trong.txt': { bytes: () => strToU8(' \n \n'), refusal: 'Tệp trống' },
  'dai.txt': { bytes: () => strToU8(`${article}\n`.repeat(300)), refusal: 'quá dài' },
  'thong-bao.txt': {
    bytes: () => strToU8('Công ty cấp nước thông báo lịch bảo trì đường ống vào cuối tuần này.'),
    refusal: 'không nói về việc một khối hoặc cụm thi đua ký giao ước',
  },
}
