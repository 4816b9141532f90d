import { containing, openTestDatabase, refusalOf, type TestDatabase } from './support/database'
import type { Transaction } from './support/sdk-types'
/** A slow disk is waited for on another thread: no caller may notice. */
describe.each([
  ['a quick disk', 1000],
  ['a slow disk', 0],
])('a transaction on %s', (_disk, patience) => {
  let cloud: TestDatabase
  let next = 0
  beforeAll(async () => {
    cloud = await openTestDatabase({
      lockWait: 200,
      patience,
      collections: [{ name: 'accounts', indexes: [{ name: 'one-owner', keys: [{ field: 'owner', order: 1 }], unique: true }] }],
    })
  })
  afterAll(() => cloud.close())

  const CONFLICT = /TransactionConflict|TRANSACTION_CONFLICT/
  const GONE = /TransactionNotExist|TRANSACTION_FAIL/

  const accounts = () => cloud.db.collection('accounts')
  const fresh = async (balance: number): Promise<string> => {
    const id = `acc${next++}`
    await accounts().add({ data: { _id: id, owner: id, balance } })
    return id
  }
  const balanceOf = async (id: string) => (await accounts().doc(id).get()).data['balance']
  const inside = async (transaction: Transaction, id: string) => (await transaction.collection('accounts').doc(id).get()).data['balance']
  const put = (transaction: Transaction, id: string, balance: number) =>
    transaction.collection('accounts').doc(id).update({ data: { balance } })

  it('moves an amount between two documents, both or neither', async () => {
    const [from, to] = [await fresh(10), await fresh(0)]
    const { inc } = cloud.db.command
    const answer = await cloud.db.runTransaction(async transaction => {
      await transaction
        .collection('accounts')
        .doc(from)
        .update({ data: { balance: inc(-4) } })
      await transaction
        .collection('accounts')
        .doc(to)
        .update({ data: { balance: inc(4) } })
      return 'moved'
    })
    expect(answer).toBe('moved')
    expect([await balanceOf(from), await balanceOf(to)]).toEqual([6, 4])
  })

  it('leaves nothing behind when the function throws or rolls back', async () => {
    const id = await fresh(1)
    const fails = cloud.db.runTransaction(async transaction => {
      await put(transaction, id, 99)
      await transaction.rollback('changed my mind')
    })
    await expect(fails).rejects.toBe('changed my mind')
    expect(await balanceOf(id)).toBe(1)
  })

  it('reads its own writes, and no other client does before the commit', async () => {
    const id = await fresh(1)
    const transaction = await cloud.db.startTransaction()
    await put(transaction, id, 2)
    await transaction.collection('accounts').add({ data: { _id: `${id}-new`, owner: `${id}-new` } })
    expect(await inside(transaction, id)).toBe(2)
    const { data } = await transaction
      .collection('accounts')
      .where({ owner: `${id}-new` })
      .get()
    expect(data).toEqual([{ _id: `${id}-new`, owner: `${id}-new` }])
    expect(await balanceOf(id)).toBe(1)
    expect(
      (
        await accounts()
          .where({ owner: `${id}-new` })
          .get()
      ).data,
    ).toEqual([])
    await transaction.commit()
    expect(await balanceOf(id)).toBe(2)
    expect(
      (
        await accounts()
          .where({ owner: `${id}-new` })
          .get()
      ).data,
    ).toHaveLength(1)
  })

  it('sees the moment of its first operation, whatever is committed after', async () => {
    const [a, b] = [await fresh(1), await fresh(1)]
    const transaction = await cloud.db.startTransaction()
    await accounts()
      .doc(a)
      .update({ data: { balance: 2 } })
    expect(await inside(transaction, a)).toBe(2)
    await accounts()
      .doc(b)
      .update({ data: { balance: 2 } })
    expect(await inside(transaction, b)).toBe(1)
    await transaction.rollback()
  })

  it('lets the first writer win: the second is told at once and is over', async () => {
    const id = await fresh(1)
    const [first, second] = [await cloud.db.startTransaction(), await cloud.db.startTransaction()]
    await put(first, id, 2)
    expect((await refusalOf(put(second, id, 3))).message).toMatch(CONFLICT)
    expect(JSON.stringify(await refusalOf(second.commit()))).toMatch(GONE)
    await first.commit()
    expect(await balanceOf(id)).toBe(2)
  })

  it('conflicts with what was committed after its snapshot', async () => {
    const id = await fresh(1)
    const transaction = await cloud.db.startTransaction()
    expect(await inside(transaction, id)).toBe(1)
    await accounts()
      .doc(id)
      .update({ data: { balance: 5 } })
    expect((await refusalOf(put(transaction, id, 2))).message).toMatch(CONFLICT)
    expect(await balanceOf(id)).toBe(5)
  })

  it('counts right when ten do the same at once and try again on conflict', async () => {
    const id = await fresh(0)
    const addOne = async (): Promise<void> => {
      try {
        await cloud.db.runTransaction(async transaction => put(transaction, id, Number(await inside(transaction, id)) + 1))
      } catch (error) {
        if (!CONFLICT.test(JSON.stringify(error) + String(error))) throw error
        await addOne()
      }
    }
    await Promise.all(Array.from({ length: 10 }, addOne))
    expect(await balanceOf(id)).toBe(10)
  })

  it('loses nothing where plain writes and transactions count the same up at once', async () => {
    const id = await fresh(0)
    const inTransaction = async (): Promise<void> => {
      try {
        await cloud.db.runTransaction(async transaction => put(transaction, id, Number(await inside(transaction, id)) + 1))
      } catch (error) {
        if (!CONFLICT.test(JSON.stringify(error) + String(error))) throw error
        await inTransaction()
      }
    }
    const plainly = () =>
      accounts()
        .doc(id)
        .update({ data: { balance: cloud.db.command.inc(1) } })
    await Promise.all(Array.from({ length: 30 }, (_none, n) => (n % 2 === 0 ? inTransaction() : plainly())))
    expect(await balanceOf(id)).toBe(30)
  })

  it('does not conflict with a write that was refused', async () => {
    const id = await fresh(1)
    await refusalOf(accounts().add({ data: { _id: id, owner: 'another' } }))
    await cloud.db.runTransaction(transaction => put(transaction, id, 5))
    expect(await balanceOf(id)).toBe(5)
  })

  it('makes a plain write wait for the transaction that holds the document', async () => {
    const id = await fresh(1)
    const transaction = await cloud.db.startTransaction()
    await put(transaction, id, 10)
    const waiting = accounts()
      .doc(id)
      .update({ data: { balance: cloud.db.command.inc(1) } })
    await transaction.commit()
    expect((await waiting).stats.updated).toBe(1)
    expect(await balanceOf(id)).toBe(11)
  })

  it('does not make it wait for ever', async () => {
    const id = await fresh(1)
    const transaction = await cloud.db.startTransaction()
    await put(transaction, id, 10)
    expect(
      (
        await refusalOf(
          accounts()
            .doc(id)
            .update({ data: { balance: 7 } }),
        )
      ).message,
    ).toContain('waited too long')
    await transaction.rollback()
    expect(await balanceOf(id)).toBe(1)
  })

  it('is over after 30 seconds, and its locks with it', async () => {
    const id = await fresh(1)
    const transaction = await cloud.db.startTransaction()
    await put(transaction, id, 10)
    cloud.passTime(30_001)
    expect(
      (
        await accounts()
          .doc(id)
          .update({ data: { balance: 7 } })
      ).stats.updated,
    ).toBe(1)
    expect((await refusalOf(inside(transaction, id))).message).toMatch(GONE)
    expect(await balanceOf(id)).toBe(7)
  })

  it('cannot be committed twice, nor under an id that was never given out', async () => {
    const id = await fresh(1)
    const transaction = await cloud.db.startTransaction()
    await put(transaction, id, 2)
    await transaction.commit()
    expect(JSON.stringify(await refusalOf(transaction.commit()))).toMatch(GONE)
    const answer = await cloud.post({ action: 'database.commitTransaction', transactionId: 'no such' })
    expect(answer).toMatchObject({ code: 'DATABASE_TRANSACTION_FAIL', message: containing('TransactionNotExist') })
  })

  describe('unique places', () => {
    it('are refused against what is committed, and the transaction is over', async () => {
      const id = await fresh(1)
      const transaction = await cloud.db.startTransaction()
      expect((await refusalOf(transaction.collection('accounts').add({ data: { owner: id } }))).message).toContain('E11000')
      expect((await refusalOf(inside(transaction, id))).message).toMatch(GONE)
    })

    it('conflict between two open transactions', async () => {
      const [first, second] = [await cloud.db.startTransaction(), await cloud.db.startTransaction()]
      await first.collection('accounts').add({ data: { owner: 'both' } })
      expect((await refusalOf(second.collection('accounts').add({ data: { owner: 'both' } }))).message).toMatch(CONFLICT)
      await first.commit()
      expect((await accounts().where({ owner: 'both' }).get()).data).toHaveLength(1)
    })

    it('may be handed on within one transaction', async () => {
      const [a, b] = [await fresh(1), await fresh(1)]
      await cloud.db.runTransaction(async transaction => {
        await transaction
          .collection('accounts')
          .doc(a)
          .update({ data: { owner: `${a}-moved` } })
        await transaction
          .collection('accounts')
          .doc(b)
          .update({ data: { owner: a } })
      })
      expect((await accounts().where({ owner: a }).get()).data).toMatchObject([{ _id: b }])
    })
  })

  it('removes and sets inside', async () => {
    const [a, b] = [await fresh(1), await fresh(1)]
    await cloud.db.runTransaction(async transaction => {
      await transaction.collection('accounts').doc(a).remove()
      await transaction
        .collection('accounts')
        .doc(b)
        .set({ data: { owner: a, balance: 5 } })
    })
    expect((await refusalOf(accounts().doc(a).get())).message).toContain('does not exist')
    expect((await accounts().doc(b).get()).data).toEqual({ _id: b, owner: a, balance: 5 })
  })

  it('takes its snapshot with the first operation, not with the start', async () => {
    const id = await fresh(1)
    const transaction = await cloud.db.startTransaction()
    await accounts()
      .doc(id)
      .update({ data: { balance: 2 } })
    await put(transaction, id, 3)
    await transaction.commit()
    expect(await balanceOf(id)).toBe(3)
  })

  it('lets two transactions read what the other writes: reading alone makes no conflict', async () => {
    const [a, b] = [await fresh(1), await fresh(1)]
    const [first, second] = [await cloud.db.startTransaction(), await cloud.db.startTransaction()]
    expect((await inside(first, a)) === 1 && (await inside(first, b)) === 1).toBe(true)
    expect((await inside(second, a)) === 1 && (await inside(second, b)) === 1).toBe(true)
    await put(first, a, 0)
    await put(second, b, 0)
    await first.commit()
    await second.commit()
    expect([await balanceOf(a), await balanceOf(b)]).toEqual([0, 0])
  })

  it('conflicts with a document that was changed and changed back', async () => {
    const id = await fresh(1)
    const transaction = await cloud.db.startTransaction()
    expect(await inside(transaction, id)).toBe(1)
    for (const balance of [5, 1]) await accounts().doc(id).update({ data: { balance } })
    expect((await refusalOf(put(transaction, id, 2))).message).toMatch(CONFLICT)
  })

  it('reports a conflict inside the function as -501001 without a code, after one run', async () => {
    const id = await fresh(1)
    const holder = await cloud.db.startTransaction()
    await put(holder, id, 2)
    let runs = 0
    const refusal = await refusalOf(
      cloud.db.runTransaction(async transaction => {
        runs++
        await put(transaction, id, 3)
      }),
    )
    expect(refusal).toMatchObject({ errCode: -501001, code: undefined })
    expect(refusal.message).toMatch(CONFLICT)
    expect(runs).toBe(1)
    await holder.rollback()
  })

  it('has the exact words for a conflict and for a transaction that is over', async () => {
    const id = await fresh(1)
    const start = async () => String((await cloud.post({ action: 'database.startTransaction' }))['transactionId'])
    const [first, second] = [await start(), await start()]
    const update = (transactionId: string) =>
      cloud.post({
        action: 'database.modifyDocument',
        collectionName: 'accounts',
        queryType: 'DOC',
        query: JSON.stringify({ _id: id }),
        merge: true,
        data: '{"$set":{"balance":9}}',
        transactionId,
      })
    expect(await update(first)).toMatchObject({ data: { updated: 1 } })
    expect(await update(second)).toMatchObject({
      code: 'DATABASE_TRANSACTION_CONFLICT',
      message:
        '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. Please check your request, but if the problem persists, contact us.',
    })
    expect(await update(second)).toMatchObject({
      code: 'DATABASE_TRANSACTION_FAIL',
      message:
        '[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds. Please check your request, but if the problem persists, contact us.',
    })
    expect(await cloud.post({ action: 'database.abortTransaction', transactionId: first })).not.toHaveProperty('code')
    expect(await balanceOf(id)).toBe(1)
  })

  it('keeps where().update, count and aggregate outside: a rollback does not take them back', async () => {
    const [id, other] = [await fresh(1), await fresh(1)]
    const transaction = await cloud.db.startTransaction()
    await put(transaction, id, 5)
    const within = transaction.collection('accounts')
    await within.where({ owner: other }).update({ data: { balance: 7 } })
    expect((await within.where({ owner: id, balance: 5 }).count()).total).toBe(0)
    expect((await within.where({ owner: id }).get()).data).toMatchObject([{ balance: 5 }])
    const { list } = await within.aggregate().match({ owner: id }).end()
    expect(list).toMatchObject([{ balance: 1 }])
    await transaction.rollback()
    expect([await balanceOf(id), await balanceOf(other)]).toEqual([1, 7])
  })

  it('tells created 0 of a set that inserts inside, though it does', async () => {
    const id = `acc${next++}`
    await cloud.db.runTransaction(async transaction => {
      const { stats } = await transaction
        .collection('accounts')
        .doc(id)
        .set({ data: { owner: id, balance: 1 } })
      expect(stats).toMatchObject({ created: 0 })
    })
    expect(await balanceOf(id)).toBe(1)
  })

  it('tells of a document that is not there as outside', async () => {
    const transaction = await cloud.db.startTransaction()
    expect((await refusalOf(transaction.collection('accounts').doc('absent').get())).message).toContain('does not exist')
    await transaction.rollback()
  })
})
