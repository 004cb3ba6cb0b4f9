/** The mark: an open book with a tick, drawn in the page's own colours. */
export const Logo = ({ size = 28 }: { size?: number }) => (
  <svg class="logo" width={size} height={size} viewBox="0 0 28 28" aria-hidden="true" focusable="false">
    <path class="logo-book" d="M4 7c4-3 7-3 10 0 3-3 6-3 10 0v15c-4-3-7-3-10 0-3-3-6-3-10 0z" />
    <path class="logo-tick" d="M9 14.5l3.4 3.3L19.5 11" />
  </svg>
)
