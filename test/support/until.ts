/** Asks again and again until the answer is truthy, and answers it. Throws naming `what` after `patienceMs`. */
export async function until<T>(question: () => Promise<T> | T, what: string, patienceMs = 60_000): Promise<T> {
  const end = Date.now() + patienceMs;
  for (;;) {
    const answer = await question();
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`Waited ${patienceMs} ms for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
