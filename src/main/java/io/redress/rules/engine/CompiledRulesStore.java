package io.redress.rules.engine;

import java.util.Optional;

/**
 * Keeps compiled rules between starts, by a key that names their code, the program and its runtime.
 *
 * <p>Compiled rules are code that is run, so an implementation returns only what it kept itself,
 * and unchanged. Neither method throws: without what was kept, rules are compiled.
 */
public interface CompiledRulesStore {
  /** Keeps nothing. */
  CompiledRulesStore NONE =
      new CompiledRulesStore() {
        @Override
        public Optional<byte[]> find(String key) {
          return Optional.empty();
        }

        @Override
        public void keep(String key, byte[] compiled) {
          // They are compiled again.
        }
      };

  /** Returns what was kept under the key; empty if there is nothing, or it was changed. */
  Optional<byte[]> find(String key);

  /**
   * Keeps compiled rules, in place of others under the same key.
   *
   * @param key in hexadecimal
   */
  void keep(String key, byte[] compiled);
}
