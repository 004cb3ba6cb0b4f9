import { AutoSave } from './auto-save.ts'
import { CoverBoxes } from './cover-boxes.ts'
import { FileDrop } from './file-drop.ts'
import { forgetAtSignOut, forgetOthers } from './kept-pages.ts'
import { MakeKey } from './make-key.ts'
import { OutlineTree } from './outline-tree.ts'
import { SearchKey } from './search-key.ts'
import { SignPaper } from './sign-paper.ts'

customElements.define('auto-save', AutoSave)
customElements.define('cover-boxes', CoverBoxes)
customElements.define('file-drop', FileDrop)
customElements.define('make-key', MakeKey)
customElements.define('outline-tree', OutlineTree)
customElements.define('search-key', SearchKey)
customElements.define('sign-paper', SignPaper)

void forgetOthers()
forgetAtSignOut()
