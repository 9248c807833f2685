namespace Helm.Speech.Audio;

/// <summary>The two ways of telephones to write a sample in a byte (ITU-T G.711), as 16-bit samples.</summary>
internal static class Telephone
{
    private const int Sign = 0x80;
    private const int Mantissa = 0x0F;
    private const int MuLawBias = 0x84;

    /// <summary>Europe's: every other bit is inverted.</summary>
    public static int ALaw(byte code)
    {
        var value = code ^ 0x55;
        var exponent = (value >> 4) & 7;
        var size = ((value & Mantissa) << 4) + 8;
        size = exponent == 0 ? size : (size + 0x100) << (exponent - 1);
        return (value & Sign) != 0 ? size : -size;
    }

    /// <summary>America's: all bits are inverted.</summary>
    public static int MuLaw(byte code)
    {
        var value = ~code;
        var size = ((((value & Mantissa) << 3) + MuLawBias) << ((value >> 4) & 7)) - MuLawBias;
        return (value & Sign) != 0 ? -size : size;
    }
}
