export const noticePaths = {
  list: '/thong-bao',
  open: (notice: string) => `/thong-bao/${notice}/mo`,
  read: '/thong-bao/da-xem',
  again: '/tai-khoan/thong-bao/dia-chi',
  /** How notices come by mail, and the personal calendar. */
  ways: '/tai-khoan/thong-bao',
  unsubscribe: (token: string) => `/bo-nhan-thu/${token}`,
}
