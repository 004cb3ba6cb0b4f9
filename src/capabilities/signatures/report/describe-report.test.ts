import { describe, expect, test } from 'vitest'
import { describeReport } from './describe-report.ts'
import { printReport } from './print-report.ts'
import type { PdfReport, SignatureReport } from './report.ts'

const issuer = { commonName: 'Khối', organization: null, title: null, country: 'VN', serialNumber: null }

const signature: SignatureReport = {
  field: 'unit-1',
  state: 'intact',
  problems: [],
  remarks: [],
  changes: [],
  signer: { ...issuer, commonName: 'Trần Văn Đạt', organization: 'Ủy ban MTTQ', title: 'Chủ tịch' },
  signedAt: '2026-11-23T17:30:00.000Z',
  reason: null,
  timestamp: null,
  trust: { trusted: true, anchor: 'Khối' },
  chain: [],
  provenBy: null,
  level: 'B-B',
  judgedAt: '2026-11-24T00:00:00.000Z',
  coveredBytes: 12_345,
  coversWholeFile: false,
  certifies: true,
  algorithm: 'ECDSA P-256, SHA-256',
  certificate: {
    serial: '0a',
    issuer,
    validFrom: '2026-01-01T00:00:00.000Z',
    validTo: '2027-01-01T00:00:00.000Z',
    sha256: 'ff',
    mandate: 'uq-1',
    internal: true,
    seal: false,
  },
}

const report: PdfReport = {
  verdict: 'partlySigned',
  sha256: 'ab',
  length: 20_000,
  signatures: [signature],
  documentTimestamps: [],
  fields: { prepared: 6, signed: 5, due: 1 },
  hiddenSignatures: 0,
  trailingBytes: 0,
  revisions: null,
}

describe('a report for people', () => {
  test('begins with what is true, how many signed, and what to do', () => {
    expect(describeReport(report, 'vi').sentences).toEqual([
      'Các chữ ký đã có đều nguyên vẹn và xác minh được, nhưng còn ô chưa được ký.',
      'Đã ký 5 trên 6 ô chữ ký.',
      'Có thể đọc và đối chiếu; hãy chờ đủ chữ ký nếu cần bản cuối cùng.',
    ])
    expect(describeReport(report, 'en').sentences[1]).toBe('5 of 6 prepared signature fields are signed.')
  })

  test('says the time of Viet Nam and that the signature is internal', () => {
    const [first] = describeReport(report, 'vi').signatures
    expect(first?.heading).toBe('Chữ ký 1: Trần Văn Đạt')
    expect(first?.facts).toContainEqual({ label: 'Ký lúc', value: '00:30:00, 24/11/2026' })
    expect(first?.facts).toContainEqual({
      label: 'Loại',
      value: 'Chữ ký nội bộ, không phải chữ ký số theo Luật Giao dịch điện tử',
    })
  })

  test('names what was changed and where', () => {
    const changes = [{ kind: 'content', page: 4, object: 12 } as const]
    const changed = {
      ...report,
      verdict: 'altered' as const,
      signatures: [{ ...signature, changes, state: 'changedAfter' as const }],
    }
    const [first] = describeReport(changed, 'vi').signatures
    expect(first?.sentence).toBe('Văn bản bị sửa sau chữ ký này. Xác minh được qua Khối.')
    expect(first?.facts[0]).toEqual({
      label: 'Chi tiết',
      value: 'Bị sửa sau khi ký: trang 4: nội dung trang bị thay (đối tượng 12)',
    })
  })

  test('says how many revisions are missing', () => {
    const cut = { ...report, revisions: { state: 'missing' as const, known: 7, contained: 6 } }
    expect(describeReport(cut, 'en').sentences).toContain(
      'Compared with the file we keep, the last revision is missing.',
    )
  })

  test('does not miss a signature that may be left out', () => {
    const fields = { prepared: 7, signed: 6, due: 0 }
    expect(describeReport({ ...report, verdict: 'valid', fields }, 'vi').sentences.slice(1, 3)).toEqual([
      'Đã ký 6 trên 6 ô chữ ký.',
      'Ngoài ra còn ô không bắt buộc ký, đang để trống.',
    ])
  })

  test('says who vouches for the time, and what became of each certificate since', () => {
    const said = { source: 'crl', saidAt: '2026-11-25T00:00:00.000Z' } as const
    const ended = { revokedAt: '2026-11-24T01:00:00.000Z', reason: 'keyCompromise' } as const
    const chain = [
      { name: 'Trần Văn Đạt', serial: '0a', revocation: { state: 'revokedLater', ...said, ...ended } },
      { name: 'Nơi cấp', serial: '0b', revocation: { state: 'good', ...said, source: 'ocsp' } },
    ] as const
    const lasting = { ...signature, chain, provenBy: 'documentTimestamp', level: 'B-LTA' } as const
    const [first] = describeReport({ ...report, signatures: [lasting] }, 'vi').signatures
    const facts = first?.facts.map(({ label, value }) => `${label}: ${value}`)
    expect(facts).toContain('Thời điểm chắc chắn: không muộn hơn 07:00:00, 24/11/2026, theo dấu thời gian của tệp')
    expect(facts).toContain(
      'Thu hồi: mới bị thu hồi từ 08:00:00, 24/11/2026 (lộ khóa), sau khi ký nên chữ ký vẫn có giá trị, theo danh sách thu hồi lúc 07:00:00, 25/11/2026',
    )
    expect(facts).toContain('Thu hồi: Nơi cấp: chưa bị thu hồi, theo trả lời OCSP lúc 07:00:00, 25/11/2026')
    const bare = describeReport(report, 'en').signatures[0]?.facts
    expect(bare).toContainEqual({ label: 'Certain time', value: 'nobody vouches; the time of signing is only claimed' })
  })

  test('begins otherwise when a certificate had been revoked', () => {
    const trust = { trusted: false, reason: 'revoked' } as const
    const revoked = { ...report, verdict: 'revoked' as const, signatures: [{ ...signature, trust }] }
    const { sentences, signatures } = describeReport(revoked, 'vi')
    expect(sentences).toHaveLength(3)
    expect(sentences[2]).toBe('Đừng dùng tệp này; hãy hỏi lại người ký và nơi cấp chứng thư.')
    expect(signatures[0]?.sentence).toBe('Nguyên vẹn. Chứng thư đã bị thu hồi.')
  })

  test('tells of time stamps over the file, and when one of them is broken', () => {
    const trust = { trusted: true, anchor: 'Gốc' } as const
    const timestamp = { time: '2026-11-24T00:00:00.000Z', authority: 'Nơi cấp giờ', trust, chain: [] }
    const plain = { field: 'timestamp-1', problems: [], changes: [], timestamp, coveredBytes: 1, coversWholeFile: true }
    const broken = { ...plain, timestamp: null, state: 'broken', problems: ['timestamp.wrong'] } as const
    const documentTimestamps = [{ ...plain, state: 'intact' } as const, broken]
    expect(describeReport({ ...report, documentTimestamps }, 'vi').facts.slice(2)).toEqual([
      { label: 'Dấu thời gian của tệp', value: '07:00:00, 24/11/2026, theo Nơi cấp giờ' },
      {
        label: 'Dấu thời gian của tệp',
        value: 'không đọc được. Chữ ký không khớp với văn bản. Dấu thời gian không khớp',
      },
    ])
  })

  test('of a file that cannot be judged has three sentences as well', () => {
    expect(describeReport({ problem: 'truncated' }, 'vi').sentences).toHaveLength(3)
  })
})

test('printed text carries no control characters of a stranger', () => {
  const signer = { ...issuer, commonName: 'A\u001B[31mB\u202E' }
  const text = printReport({ ...report, signatures: [{ ...signature, signer }] }, 'vi')
  expect(text).toContain('Chữ ký 1: A [31mB ')
  expect(text).not.toContain('\u001B')
  expect(text).not.toContain('\u202E')
  expect(text.endsWith('\n')).toBe(true)
})
