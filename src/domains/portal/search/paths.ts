const root = '/tim-kiem'

export const searchPaths = {
  search: root,
  saved: `${root}/da-luu`,
  removal: (id: string) => `${root}/da-luu/${id}/xoa`,
}
