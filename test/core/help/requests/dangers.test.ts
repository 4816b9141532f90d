import { troubleOf, type Trouble, troubles } from '../../../../core/help/requests/dangers'
import { firstAid } from '../../../../core/help/requests/first-aid'
import { samenessOf } from '../../../../core/help/requests/filing'
import { emergencies, titleOf } from '../../../../core/help/requests/emergencies'
import { urgencyOf } from '../../../../core/help/requests/kinds'
import type { RequestKind } from '../../../../core/shared/request-kinds'

test.each<[RequestKind, string, Trouble | undefined, string | undefined]>([
  ['other', '厨房着火了，老伴摔倒了', 'fire', '119'],
  ['other', '屋里有煤气味，头晕', 'gas', '119'],
  ['electricity', '插座漏电', 'shock', '120'],
  ['other', '老伴在卫生间摔倒了', 'fall', '120'],
  ['talk', '胸口疼得厉害', 'illness', '120'],
  ['other', '我被反锁在门外', 'trapped', '119'],
  ['other', '老伴走丢了', 'lost', '110'],
  ['talk', '说自己不想活了', 'despair', '120'],
  ['leak', '', 'water', '119'],
  ['electricity', '', 'power', '119'],
  ['bulb', '灯不亮', undefined, undefined],
])('%s, “%s”: what to take care of, and the line to ring first', (kind, text, trouble, ring) => {
  expect(troubleOf(kind, [text])).toBe(trouble)
  expect(trouble && firstAid[trouble].ring).toBe(ring)
})

test('an emergency is urgent whatever its words, bears its own name, and is not taken for another', () => {
  for (const emergency of emergencies) {
    expect(urgencyOf('other', '', emergency)).toBe('urgent')
    expect(troubleOf('other', ['我被反锁在门外'], emergency)).toBe(emergency)
  }
  expect(emergencies.map(emergency => titleOf({ kind: 'other', emergency }))).toEqual(['急病', '摔倒', '火灾'])
  const same = emergencies.map(emergency => samenessOf({ memberId: 'm', kind: 'other', urgency: 'urgent', emergency }))
  expect(new Set(same).size).toBe(emergencies.length)
})

test('first aid is short: two to four lines, each read in one breath', () => {
  for (const trouble of troubles) {
    const { steps } = firstAid[trouble]
    expect([2, 3, 4]).toContain(steps.length)
    for (const step of steps) expect(step.length).toBeLessThanOrEqual(28)
  }
})
