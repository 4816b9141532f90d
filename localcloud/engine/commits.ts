import { statfsSync } from 'node:fs'
import type { RootDatabase } from 'lmdb'
import { CloudError, DiskRefused } from '../errors'
import { sentenceOf } from '../exceptions'

/** Jobs that write, one after another, each in a commit that it may share. */
export interface Commits<W> {
  /**
   * Runs the job alone among all writers and answers when what it wrote is on the disk. Jobs that wait at the same time share one commit.
   * A job that throws must have written nothing that may not stay. Throws SYS_ERR with a sentence where the disk did not take it.
   */
  write<T>(job: (writer: W) => T): Promise<T>
  /** Runs the job in a commit of its own, which is undone when it throws. */
  writeNow(job: (writer: W) => void): void
  /** What to do with what is held in memory should the commit that is being made fail. */
  onUndone(undo: () => void): void
  /** Takes no more jobs, and waits for those that it has. */
  end(): Promise<void>
}

interface Options {
  readonly folder: string
  /** A commit that takes longer than this (ms) is a reason to leave the next ones to lmdb's own thread. */
  readonly patience: number
}

interface Waiting<W> {
  /** Runs the job; answers what to tell its caller once the commit is on the disk. */
  run(writer: W): () => void
  fail(error: unknown): void
}

/** After so many the disk is tried again. */
const COMMITS_ELSEWHERE = 50

/** With less left than this, in bytes, commits are made here: lmdb's thread would print what the disk says on its own. */
const COMFORTABLE = 64 * 1024 * 1024

/** What the caller hears of a commit that failed. lmdb's own thread tells the cause beside its error. */
const refusalOf = async (folder: string, error: unknown): Promise<CloudError> => {
  const beside: unknown = typeof error === 'object' && error !== null && 'commitError' in error ? error.commitError : undefined
  const cause = await Promise.resolve(beside).then(
    () => error,
    (reason: unknown) => reason,
  )
  return new DiskRefused(`what was written to ${folder}`, sentenceOf(cause))
}

const hasRoom = (folder: string): boolean => {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize >= COMFORTABLE
}

export const openCommits = <W>(env: RootDatabase<unknown, string>, writer: W, { folder, patience }: Options): Commits<W> => {
  const queue: Waiting<W>[] = []
  let draining: Promise<void> | undefined
  let isEnded = false
  let undos: (() => void)[] = []

  /** Forgets how the latest commit is undone, or undoes in memory what the disk has not taken. */
  const settle = (failed: boolean) => {
    const all = undos
    undos = []
    if (failed) for (const undo of all.reverse()) undo()
  }

  /** How many commits are still left to lmdb's own thread, because the latest one made here kept the event loop waiting. */
  let elsewhere = 0
  let isElsewhere = false
  // That thread waits for this one to run the jobs, and a process that leaves meanwhile waits for that thread: for ever. What was acknowledged
  // is on the disk, so that it may end at once.
  const leave = () => {
    if (isElsewhere) process.kill(process.pid, 'SIGKILL')
  }
  process.on('exit', leave)

  const commit = async (run: () => void): Promise<void> => {
    if (elsewhere > 0 && hasRoom(folder)) {
      elsewhere--
      isElsewhere = true
      await env.transaction(run).finally(() => (isElsewhere = false))
      return
    }
    // Whatever else arrives in this turn shares the commit.
    await new Promise(resolve => setImmediate(resolve))
    let ran = 0
    env.transactionSync(() => {
      run()
      ran = performance.now()
    })
    if (performance.now() - ran > patience) elsewhere = COMMITS_ELSEWHERE
  }

  /** One commit after another; what comes in meanwhile waits for the next one. */
  const drain = async (): Promise<void> => {
    while (queue.length > 0) {
      let jobs: Waiting<W>[] = []
      let answers: (() => void)[] = []
      try {
        await commit(() => {
          jobs = queue.splice(0)
          answers = jobs.map(job => job.run(writer))
        })
        settle(false)
      } catch (error) {
        settle(true)
        const refusal = await refusalOf(folder, error)
        for (const job of jobs.length > 0 ? jobs : queue.splice(0)) job.fail(refusal)
        continue
      }
      for (const answer of answers) answer()
    }
    draining = undefined
  }

  return {
    write: job =>
      new Promise((resolve, reject) => {
        if (isEnded) throw new CloudError('SYS_ERR', 'The database is closed')
        queue.push({
          run: w => {
            try {
              const value = job(w)
              return () => resolve(value)
            } catch (error) {
              return () => reject(error instanceof Error ? error : new Error(String(error)))
            }
          },
          fail: reject,
        })
        draining ??= drain()
      }),
    writeNow: job => {
      try {
        env.transactionSync(() => job(writer))
        settle(false)
      } catch (error) {
        settle(true)
        throw error
      }
    },
    onUndone: undo => undos.push(undo),
    end: async () => {
      isEnded = true
      await draining
      process.off('exit', leave)
    },
  }
}
