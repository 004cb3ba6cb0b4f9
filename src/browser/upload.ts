import { ResumableUpload } from './resumable-upload.ts'

customElements.define('resumable-upload', ResumableUpload)
