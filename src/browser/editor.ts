import { NewsEditor } from './news-editor.ts'

customElements.define('news-editor', NewsEditor)
