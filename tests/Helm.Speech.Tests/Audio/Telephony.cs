using Helm.Speech.Audio;

namespace Helm.Speech.Tests.Audio;

/// <summary>Writes telephone codes by looking for the nearest one, which is slow and cannot be wrong.</summary>
internal static class Telephony
{
    public static byte Code(int tag, double value) => (byte)Enumerable.Range(0, 256)
        .MinBy(code => Math.Abs(Sample(tag, code) - value * 32_768));

    private static int Sample(int tag, int code) => tag == 6 ? Telephone.ALaw((byte)code) : Telephone.MuLaw((byte)code);
}
