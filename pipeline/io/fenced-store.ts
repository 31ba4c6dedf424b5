import type { ReleaseStore } from "#pipeline/core/release-store.ts";
import type { AssertHeld } from "./alone.ts";

/**
 * A store that asks whether the lock is still held just before each step that readers can see. A run on a suspended
 * machine wakes up during its work, when another one may have published. What is left is the moment between
 * the question and the rename; a rename to a version that another run has published fails in any case.
 */
export const fencedStore = (store: ReleaseStore, assertHeld: AssertHeld): ReleaseStore => ({
  ...store,
  begin: async () => {
    const workspace = await store.begin();
    return {
      ...workspace,
      handOver: async (path, version) => {
        await assertHeld();
        await workspace.handOver(path, version);
      },
      commit: async (version) => {
        await assertHeld();
        await workspace.commit(version);
      },
    };
  },
  withdraw: async (version, tombstone) => {
    await assertHeld();
    await store.withdraw(version, tombstone);
  },
  finishWithdrawal: async (version) => {
    await assertHeld();
    await store.finishWithdrawal(version);
  },
  replace: async (path, bytes) => {
    await assertHeld();
    await store.replace(path, bytes);
  },
  takeFromLatest: async (version) => {
    await assertHeld();
    return store.takeFromLatest(version);
  },
  replaceLatest: async (version) => {
    await assertHeld();
    await store.replaceLatest(version);
  },
});
