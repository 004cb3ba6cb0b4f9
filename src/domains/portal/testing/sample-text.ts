import type { CanonicalAgreement } from '#domains/agreement/canonical-text.ts'

export const sampleTitle = 'Giao ước thi đua năm 2023'

/** An agreement in our own words, without its parties. */
export const sampleText = (bloc: string, id: string): Omit<CanonicalAgreement, 'parties'> => ({
  format: 'giao-uoc/agreement/1',
  id,
  version: 1,
  title: sampleTitle,
  year: { label: '2023', kind: 'calendar', from: '2023-01-01', to: '2023-12-31' },
  bloc: { id: bloc, code: 'K1', name: 'Khối thi đua Mặt trận Tổ quốc và các đoàn thể tỉnh', founding: '' },
  tenant: 'Tỉnh Nam Định',
  place: 'Nam Định',
  signingOn: '2023-02-23',
  theme: 'Vững bước - Cùng tiến - Vì dân',
  legalBases: ['Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003'],
  opening: 'Các đơn vị cùng bàn bạc dân chủ trước khi ký.',
  commitments: [
    'Vận động hội viên, đoàn viên xây dựng nông thôn mới nâng cao ở nơi mình sống',
    'Chăm lo người nghèo, mỗi đơn vị nhận giúp ít nhất hai hộ thoát nghèo trong năm',
    'Trả lời mọi ý kiến của hội viên, đoàn viên trong mười ngày làm việc',
  ],
  movements: [
    { title: 'Mỗi cơ sở một việc làm mới', from: '2021', to: '2025', scope: 'toàn tỉnh' },
    { title: 'Đường làng sạch, nhà nhà vui', from: '', to: '', scope: '' },
  ],
  targets: [{ text: 'Hộ nghèo được giúp đỡ thoát nghèo', measure: 'hộ', plan: '12', unit: '' }],
  titles: [{ text: 'Cờ thi đua của Ủy ban nhân dân tỉnh', unit: 'Tỉnh Đoàn' }],
  organisation: ['Sơ kết trong tháng 7, tổng kết trong tháng 12.'],
  copies: 7,
  witness: '',
  isSample: true,
})
