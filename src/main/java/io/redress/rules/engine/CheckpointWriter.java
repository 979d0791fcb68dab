package io.redress.rules.engine;

import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Inserts a {@link Checkpoint} into compiled rules at the start of each method and at each backward
 * jump, since the JVM cannot stop a thread from outside.
 */
final class CheckpointWriter extends MethodVisitor {
  private static final int API = Opcodes.ASM9;

  private final Set<Label> passed = new HashSet<>();

  private CheckpointWriter(MethodVisitor method) {
    super(API, method);
  }

  /** Returns the class with checkpoints. */
  static byte[] guarded(byte[] compiled) {
    ClassReader reader = new ClassReader(compiled);
    // A call without arguments or result leaves frames and stacks as they are.
    ClassWriter writer = new ClassWriter(reader, 0);
    reader.accept(
        new ClassVisitor(API, writer) {
          @Override
          public MethodVisitor visitMethod(
              int access, String name, String type, String generic, String[] thrown) {
            return new CheckpointWriter(super.visitMethod(access, name, type, generic, thrown));
          }
        },
        0);
    return writer.toByteArray();
  }

  @Override
  public void visitCode() {
    super.visitCode();
    pass();
  }

  @Override
  public void visitLabel(Label label) {
    super.visitLabel(label);
    passed.add(label);
  }

  @Override
  public void visitJumpInsn(int opcode, Label target) {
    if (passed.contains(target)) {
      pass();
    }
    super.visitJumpInsn(opcode, target);
  }

  private void pass() {
    super.visitMethodInsn(
        Opcodes.INVOKESTATIC,
        Type.getInternalName(Checkpoint.class),
        "pass",
        Type.getMethodDescriptor(Type.VOID_TYPE),
        false);
  }
}
