const settings = '/quan-tri/minh-chung'

export const settingPaths = {
  settings,
  limits: `${settings}/gioi-han`,
  hosts: `${settings}/trang`,
  hostEnd: `${settings}/trang/thoi-nhan`,
}
