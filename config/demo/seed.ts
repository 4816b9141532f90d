import { demoDocuments } from './documents'
import { withAssessment } from './assessments'
import { withFigures } from './figures'
import type { DemoKind } from './roster'

const BATCH = 500

/** Puts the demo's documents into a running local cloud through its server API. Answers how many. */
export const seed = async (url: string, kind: DemoKind, now: number): Promise<number> => {
  let count = 0
  for (const [collection, documents] of Object.entries(await withAssessment(await withFigures(demoDocuments(kind, now), now), now))) {
    for (let start = 0; start < documents.length; start += BATCH) {
      const batch = documents.slice(start, start + BATCH)
      await insert(url, collection, batch)
      count += batch.length
    }
  }
  return count
}

const insert = async (url: string, collectionName: string, documents: readonly unknown[]): Promise<void> => {
  const response = await fetch(`${url}/admin`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      action: 'database.insertDocument',
      envName: 'local',
      collectionName,
      data: documents.map(one => JSON.stringify(one)),
    }),
  })
  const answer: unknown = await response.json()
  if (answer !== null && typeof answer === 'object' && 'code' in answer)
    throw new Error(`the demo's ${collectionName} were not taken: ${JSON.stringify(answer)}`)
}
