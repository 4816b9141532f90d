import type { activities as contract } from '../../../../core/life/activities/contract'
import { ActivityTemplates } from '../documents'
import type { Handlers } from '../use-case'

export const listTemplates: Handlers<Pick<typeof contract, 'template.list'>> = {
  async 'template.list'({ branchId }, { store }) {
    const rows = await store.table(ActivityTemplates).find({ branchId }, { order: [['_id', 'asc']] })
    return {
      items: rows.map(row => ({
        templateId: row._id,
        kind: row.kind,
        title: row.title,
        day: row.day,
        time: row.time,
        lastsMinutes: row.lastsMinutes,
        place: row.place,
        audience: row.audience,
        noticeDays: row.noticeDays,
        ...(row.capacity === undefined ? {} : { capacity: row.capacity }),
        ...(row.body === undefined ? {} : { body: row.body }),
        ...(row.parts === undefined ? {} : { parts: row.parts }),
        ...(row.strand === undefined ? {} : { strand: row.strand }),
        ...(row.circleId === undefined ? {} : { circleId: row.circleId }),
        nextDate: row.nextDate,
      })),
    }
  },
}
