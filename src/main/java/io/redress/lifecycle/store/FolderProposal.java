package io.redress.lifecycle.store;

import java.util.Map;

/**
 * What the folders held when they were proposed.
 *
 * @param version of the rule set that was made of it
 * @param files SHA-256 of each file, by name
 */
public record FolderProposal(String version, Map<String, String> files) {
  public FolderProposal {
    files = Map.copyOf(files);
  }
}
