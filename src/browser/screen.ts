import { LiveScreen } from './live-screen.ts'

customElements.define('live-screen', LiveScreen)
