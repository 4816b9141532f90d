import { figuresOf } from '../../../../core/service/volunteers/rules'
import { instantOf } from '../../../../core/shared/calendar'

const row = (date: string, kind: string, minutes: number, state: 'in' | 'served' | 'no-show' = 'served') => ({
  kind,
  startsAt: instantOf(date, '08:00'),
  state,
  minutes,
})

test('a certificate counts what was served in its year, the kind done most often first', () => {
  const rows = [
    row('2025-12-31', '爱心护学', 40),
    row('2026-01-01', '爱心护学', 40),
    row('2026-03-05', '义务巡湖', 120),
    row('2026-03-12', '爱心护学', 40),
    row('2026-03-13', '爱心护学', 0, 'no-show'),
    row('2026-03-14', '爱心护学', 0, 'in'),
  ]
  expect(figuresOf(rows, { name: '沈国强', orgName: '常青支部', year: 2026 })).toEqual({
    minutes: 240,
    minutesThisYear: 200,
    times: 4,
    certificate: {
      name: '沈国强',
      orgName: '常青支部',
      year: 2026,
      minutes: 200,
      times: 3,
      kinds: [
        { kind: '爱心护学', times: 2, minutes: 80 },
        { kind: '义务巡湖', times: 1, minutes: 120 },
      ],
      firstAt: instantOf('2025-12-31', '08:00'),
    },
  })
})

test('who has not served yet has nothing to certify', () => {
  const { minutes, times, certificate } = figuresOf([], { name: '沈国强', orgName: '', year: 2026 })
  expect([minutes, times, certificate.firstAt, certificate.kinds]).toEqual([0, 0, null, []])
})
