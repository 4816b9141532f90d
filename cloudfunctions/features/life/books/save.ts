import type { books as contract } from '../../../../core/life/books/contract'
import { settle } from '../../../kernel/settle'
import type { Handlers } from '../use-case'
import { Books } from './documents'

export const save: Handlers<Pick<typeof contract, 'book.save'>> = {
  async 'book.save'({ branchId, bookId, title, author = '', copies }, { store, subject: branch, commandId, now, fail, checkText }) {
    const table = store.table(Books)
    await checkText(title, author)
    if (bookId === undefined) {
      if (branch.kind !== 'branch' || branch.closedAt !== undefined) return fail('INVALID_INPUT', { paths: ['branchId'] })
      if (copies === 0) return fail('INVALID_INPUT', { paths: ['copies'] })
      await table.add({ _id: commandId, branchId, path: branch.path, title, author, copies, out: [], wanted: [], createdAt: now })
      return { bookId: commandId }
    }
    await settle(async () => {
      const row = await table.get(bookId)
      if (row?.branchId !== branchId) return fail('NOT_FOUND')
      if (copies < row.out.length)
        return fail('INVALID_INPUT', { paths: ['copies'], message: `借出去的有 ${String(row.out.length)} 本，比这个数还多` })
      // What is out is part of the condition: a copy lent meanwhile is seen.
      const unchanged = { _id: bookId, branchId, out: { size: row.out.length } }
      return (await table.update(unchanged, { set: { title, author, copies } })) > 0 || undefined
    })
    return { bookId }
  },
}
