using System.Runtime.InteropServices;

namespace Helm.Speech.Native;

/// <summary>A shared library that may or may not be installed; it is never unloaded once found.</summary>
internal sealed class NativeModule
{
    private readonly nint _handle;

    private NativeModule(nint handle) => _handle = handle;

    /// <summary>Null when the library is not installed.</summary>
    public static NativeModule? Find(string name) =>
        OperatingSystem.IsLinux() && NativeLibrary.TryLoad(name, out var handle) ? new NativeModule(handle) : null;

    public nint this[string symbol] => NativeLibrary.GetExport(_handle, symbol);

    public bool Has(params ReadOnlySpan<string> symbols)
    {
        foreach (var symbol in symbols)
        {
            if (!NativeLibrary.TryGetExport(_handle, symbol, out _))
            {
                return false;
            }
        }

        return true;
    }
}
