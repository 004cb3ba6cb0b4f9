import { GridKeys } from './grid-keys.ts'
import { OfflineEntry } from './offline-entry.ts'

customElements.define('grid-keys', GridKeys)
customElements.define('offline-entry', OfflineEntry)
