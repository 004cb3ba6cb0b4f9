import type { Bilingual } from '#platform/words.ts'
import type { Doubt, Span } from './draft.ts'

/** Every doubt a reading can raise, in the words shown. */
const sentences = {
  not_agreement: () => ({
    vi: 'Văn bản không nói về việc một khối hoặc cụm thi đua ký giao ước',
    en: 'The text does not tell of a bloc signing an agreement',
  }),
  no_signing: () => ({
    vi: 'Bài nói về khối, cụm thi đua nhưng không thấy việc ký giao ước',
    en: 'The text is about a bloc, but no signing is found in it',
  }),
  bloc_missing: () => ({
    vi: 'Có việc ký giao ước nhưng không thấy tên khối hoặc cụm thi đua',
    en: 'An agreement is signed, but no bloc is named',
  }),
  year_missing: () => ({ vi: 'Không rõ giao ước của năm nào', en: 'The year of the agreement is not said' }),
  year_from_meeting: (year: string) => ({
    vi: `Năm ${year} lấy theo thời gian hội nghị; bài không ghi năm ngay sau “giao ước”`,
    en: `The year ${year} is taken from the meeting; the text puts no year beside the agreement`,
  }),
  date_year_inferred: (date: string) => ({
    vi: `Ngày ký không ghi năm; năm được suy ra từ ngữ cảnh thành ${date}`,
    en: `The signing date has no year; the context gives ${date}`,
  }),
  date_without_year: () => ({
    vi: 'Ngày ký không ghi năm và ngữ cảnh không cho biết năm',
    en: 'The signing date has no year, and the context does not tell it',
  }),
  date_of_several_days: () => ({
    vi: 'Hội nghị kéo dài nhiều ngày; không rõ ký ngày nào',
    en: 'The meeting took several days; it is not said on which one the agreement was signed',
  }),
  date_after_publication: () => ({
    vi: 'Ngày ký muộn hơn ngày đăng bài',
    en: 'The signing date is later than the date of publication',
  }),
  date_far_from_year: () => ({
    vi: 'Ngày ký không nằm trong năm của giao ước, cũng không phải cuối năm trước đó',
    en: 'The signing date lies neither in the agreement’s year nor at the end of the year before',
  }),
  count_differs: (stated: string, listed: string) => ({
    vi: `Bài ghi ${stated} thành viên nhưng liệt kê ${listed}`,
    en: `The text says ${stated} members but lists ${listed}`,
  }),
  members_partial: () => ({
    vi: 'Bài không liệt kê thành viên; đây chỉ là những đơn vị được nhắc với một vai trò trong khối',
    en: 'The text lists no members; these are only units named with a role in the bloc',
  }),
  member_twice: (name: string) => ({ vi: `“${name}” được nêu hai lần`, en: `“${name}” is named twice` }),
  head_of_other_year: (name: string, year: string) => ({
    vi: `“${name}” là khối trưởng, cụm trưởng của năm ${year}, không phải của năm giao ước`,
    en: `“${name}” is the head for ${year}, not for the agreement’s year`,
  }),
  heads_differ: (name: string) => ({
    vi: `Bài còn nêu “${name}” giữ cùng vai trò`,
    en: `The text also gives “${name}” the same role`,
  }),
  two_themes: (theme: string) => ({
    vi: `Bài còn nêu chủ đề khác: “${theme}”`,
    en: `The text also quotes another theme: “${theme}”`,
  }),
  quote_open: (title: string) => ({
    vi: `Dấu ngoặc kép mở trước “${title}” không được đóng`,
    en: `The quotation mark opened before “${title}” is never closed`,
  }),
  period_shared: (title: string) => ({
    vi: `Không chắc giai đoạn ghi ở cuối có áp dụng cho “${title}”`,
    en: `The period said last may not hold for “${title}”`,
  }),
  campaign: (title: string) => ({
    vi: `“${title}” được gọi là cuộc vận động, không phải phong trào thi đua`,
    en: `“${title}” is called a campaign, not an emulation movement`,
  }),
  movement_unquoted: (title: string) => ({
    vi: `Tên phong trào “${title}” không có dấu ngoặc kép, có thể bị cắt sai`,
    en: `The movement “${title}” stands without quotation marks and may be cut wrongly`,
  }),
  misspelt: (word: string, correction: string) => ({
    vi: correction === '' ? `'${word}' có thể viết sai` : `'${word}' có thể là ${correction}`,
    en: correction === '' ? `'${word}' may be misspelt` : `'${word}' may stand for ${correction}`,
  }),
  cut_short: () => ({
    vi: 'Văn bản có vẻ bị cắt ở cuối; nội dung có thể thiếu',
    en: 'The text seems to be cut at its end; something may be missing',
  }),
} satisfies Record<string, (...values: string[]) => Bilingual>

export type DoubtCode = keyof typeof sentences

export function doubt(code: DoubtCode, field: string, span: Span | null, ...values: string[]): Doubt {
  const say: (...given: string[]) => Bilingual = sentences[code]
  return { field, span, code, message: say(...values) }
}
