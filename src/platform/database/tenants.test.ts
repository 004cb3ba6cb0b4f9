import { expect, test } from 'vitest'
import { tenantOfHost } from './tenants.ts'

const namDinh = { slug: 'nam_dinh', name: 'Tỉnh Nam Định', hosts: ['ThiDua.NamDinh.test'] }
const haNam = { slug: 'ha_nam', name: 'Tỉnh Hà Nam', hosts: ['thidua.hanam.test'] }
const both = [haNam, namDinh]

test.each(['thidua.namdinh.test', 'THIDUA.namdinh.test:8080', 'thidua.namdinh.test.'])(
  'a tenant is found by its host name however it is written: %s',
  (host) => expect(tenantOfHost(both, host, undefined)).toBe(namDinh),
)

test('another host leads to the only tenant, else to the default one, else to none', () => {
  expect(tenantOfHost([haNam], 'elsewhere.test', undefined)).toBe(haNam)
  expect(tenantOfHost(both, 'elsewhere.test', 'ha_nam')).toBe(haNam)
  expect(tenantOfHost(both, '[::1]:3000', undefined)).toBeUndefined()
})
