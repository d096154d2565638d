#!/usr/bin/env bash
# Convolutions in bfloat16 in libtorch 2.10.0 with oneDNN 3.7.1 (Maven: org.bytedeco:pytorch:2.10.0-1.5.13).
#
# Guess before running: in 16 bits a convolution differs from the same in 32 bits by rounding, some 0.2 %, whatever the numbers of channels.
# Seen on an AMD EPYC with AVX-512 and without AMX: only where both numbers of channels are multiples of 16. With 24
# channels in or out, outputs are wrong by 10 to 40 %, gradients of the input by up to 90 %, now and then they are not
# numbers, and nothing says so; the gradients of the weights are right. Training goes on and learns badly. The same shapes
# are right with 32 bits, and in Debian's PyTorch 1.13. ONEDNN_MAX_CPU_ISA makes processors with AMX take the same code.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
if ! grep -qs avx512_bf16 /proc/cpuinfo; then
    echo "This processor has no AVX-512 BF16: nothing can be shown here." >&2
    exit 77
fi
for artifact in pytorch:2.10.0-1.5.13 pytorch:2.10.0-1.5.13:jar:linux-x86_64 openblas:0.3.31-1.5.13 \
    openblas:0.3.31-1.5.13:jar:linux-x86_64 javacpp:1.5.13 javacpp:1.5.13:jar:linux-x86_64; do
    (cd "$here/.." && ./mvnw -q -B dependency:copy -Dartifact="org.bytedeco:$artifact" -DoutputDirectory="$folder" >&2)
done
cat > "$folder/Channels.java" <<'J'
import org.bytedeco.javacpp.Loader;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

public class Channels {
    static final long[] ONE = {1, 1};

    static Tensor[] pass(Tensor images, Tensor weights, Tensor slopes, torch.ScalarType type) {
        Tensor x = images.to(type).detach();
        Tensor w = weights.to(type).detach();
        x.set_requires_grad(true);
        w.set_requires_grad(true);
        Tensor y = torch.conv2d(x, w, new TensorOptional(), ONE, ONE, ONE, 1);
        TensorVector gradients = torch.grad(new TensorVector(y), new TensorVector(x, w), new TensorVector(slopes.to(type)),
                new BoolOptional(), false, false);
        return new Tensor[] {y, gradients.get(0), gradients.get(1)};
    }

    static double error(Tensor given, Tensor exact) {
        Tensor wanted = exact.detach();
        float error = given.detach().to(torch.ScalarType.Float).sub(wanted).norm().item_float() / wanted.norm().item_float();
        return Float.isNaN(error) ? Double.POSITIVE_INFINITY : error;
    }

    /** The largest error of the output and of the gradient of the input, relative. */
    static double largest(long in, long out) {
        torch.manual_seed(1);
        Tensor images = torch.randn(20, in, 16, 16).to(torch.ScalarType.BFloat16).to(torch.ScalarType.Float);
        Tensor weights = torch.randn(out, in, 3, 3).to(torch.ScalarType.BFloat16).to(torch.ScalarType.Float);
        Tensor slopes = torch.randn(20, out, 16, 16).to(torch.ScalarType.BFloat16).to(torch.ScalarType.Float);
        Tensor[] exact = pass(images, weights, slopes, torch.ScalarType.Float);
        Tensor[] rounded = pass(images, weights, slopes, torch.ScalarType.BFloat16);
        double most = Math.max(error(rounded[0], exact[0]), error(rounded[1], exact[1]));
        System.out.printf("%3d channels to %3d: output %.4f, gradient of the input %.4f, of the weights %.4f%n", in, out,
                error(rounded[0], exact[0]), error(rounded[1], exact[1]),
                error(rounded[2], exact[2]));
        return most;
    }

    public static void main(String[] arguments) throws java.io.IOException {
        // Together, so that no part of another libtorch on this machine is taken.
        for (String name : new String[] {"libc10.so", "libtorch_cpu.so", "libtorch.so"}) {
            Loader.cacheResource(org.bytedeco.pytorch.presets.torch.class, "/org/bytedeco/pytorch/" + Loader.getPlatform() + "/" + name);
        }
        boolean asFound = largest(32, 48) < 0.01 && largest(16, 64) < 0.01;
        for (long[] channels : new long[][] {{24, 32}, {32, 24}, {40, 40}}) {
            asFound &= largest(channels[0], channels[1]) > 0.05;
        }
        System.out.println(asFound ? "As found." : "This has changed.");
        System.exit(asFound ? 0 : 1);
    }
}
J
java=$("$here/../plankton" jdk)
"$java/bin/javac" -cp "$folder/*" -d "$folder" "$folder/Channels.java"
ONEDNN_MAX_CPU_ISA=AVX512_CORE_BF16 "$java/bin/java" --enable-native-access=ALL-UNNAMED -Dorg.bytedeco.javacpp.cachedir="$folder/cache" \
    -cp "$folder/*:$folder" Channels 2> >(grep -v -e WARNING -e "do not match" >&2)
