import { findAll, flatBetween, type Article } from './article.ts'
import type { DraftKind } from './draft.ts'
import { lenient } from './flatten.ts'

const signing = lenient(
  String.raw`ký(?: kết)?(?: \p{L}+){0,4}? giao ước|(?:lễ|hội nghị|giao ước)[^.]{0,20} giao ước thi đua|giao ước thi đua[^.]{0,40}đã được ký`,
)
const pastSigning = lenient(
  String.raw`(?:nội dung|chỉ tiêu|tiêu chí|thực hiện|theo|mục tiêu|nhiệm vụ)[^.;:]{0,40}`,
  'u',
)
const pastBefore = new RegExp(`(?:${pastSigning.source})\\s*$`, 'u')
const plannedBefore = /(?:sẽ|dự kiến|chuẩn bị|chưa|không)\s*(?:tổ chức |tiến hành )?$/u
const acts = lenient('tổ chức|tiến hành|hội nghị|lễ|cùng|đã cùng', 'u')
const review = lenient('tổng kết|sơ kết|bình xét|suy tôn', 'u')
const handover = lenient('bàn giao|chuyển giao', 'u')

/** Is an agreement signed in this very text, not recalled or planned? */
function signsAgreement(article: Article): boolean {
  return findAll(article, signing).some(({ start }) => {
    const before = flatBetween(article, start - 60, start)
    if (plannedBefore.test(before)) return false
    return !pastBefore.test(before) || acts.test(before.slice(-32))
  })
}

/** A signing by no bloc counts only where the text opens with it. */
function opensWithSigning(article: Article): boolean {
  return findAll(article, signing).some(({ start }) => start < (article.sentences[2]?.end ?? 400))
}

export function kindOf(article: Article, hasBloc: boolean): DraftKind {
  if (signsAgreement(article) && (hasBloc || opensWithSigning(article))) return 'signing'
  if (!hasBloc) return 'other'
  if (review.test(article.flat)) return 'year_end_review'
  return handover.test(article.flat) ? 'handover' : 'other'
}
