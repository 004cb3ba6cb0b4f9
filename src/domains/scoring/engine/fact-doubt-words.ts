import type { Bilingual, Locale } from '#platform/words.ts'
import type { FactDoubt } from './score-result.ts'

const sentences: Readonly<Record<string, Bilingual>> = {
  'doubt.below': { vi: 'nhỏ hơn mức thấp nhất có thể', en: 'less than can be' },
  'doubt.above': { vi: 'lớn hơn mức cao nhất có thể', en: 'more than can be' },
  'doubt.share': {
    vi: 'tính bằng phần trăm nhưng không quá 1: có phải là tỷ lệ chưa nhân 100 không?',
    en: 'a per cent of not more than 1: was it meant to be multiplied by 100?',
  },
  'doubt.day': { vi: 'ngày nằm ngoài kỳ chấm điểm', en: 'a day outside of the period' },
  'doubt.wrongKind': { vi: 'không đúng kiểu số liệu mà bảng điểm khai', en: 'not of the kind that the table declares' },
  'doubt.unknownCode': { vi: 'bảng điểm không có tiêu chí này', en: 'the table has no such criterion' },
}

/** Why a fact is hard to believe, in words. */
export const sayFactDoubt = ({ says }: Pick<FactDoubt, 'says'>, locale: Locale): string =>
  sentences[says]?.[locale] ?? says
