import { useWords } from './locale.tsx'

/** The first stop of the keyboard; every shell gives its `main` this id. */
export const mainId = 'noi-dung'

export const SkipLink = () => (
  <a class="skip" href={`#${mainId}`}>
    {useWords().skip}
  </a>
)
