using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using SQLitePCL;

namespace Helm.Storage.Database;

/// <summary>Lets EF Core 10 run on SQLitePCLRaw 2.0.6, the only version to be had, and on the system's SQLite.</summary>
/// <remarks>
/// EF Core asks for 2.1.13, whose assembly version the loader would insist on; and the package's native 3.35.5 is
/// older than the system's library, which the distribution patches. On the full registry this file goes away.
/// </remarks>
internal static class SqliteNative
{
    private const string Core = "SQLitePCLRaw.core";
    private const string SystemLibrary = "libsqlite3.so.0";

#pragma warning disable CA2255 // The resolver must be there before the first type of EF's provider is touched, in whatever program.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Initialize()
    {
        AssemblyLoadContext.Default.Resolving += (context, name) =>
            name.Name == Core && File.Exists(BesideTheApp()) ? context.LoadFromAssemblyPath(BesideTheApp()) : null;
        PreferSystemLibrary();
    }

    private static string BesideTheApp() => Path.Combine(AppContext.BaseDirectory, Core + ".dll");

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void PreferSystemLibrary() =>
        NativeLibrary.SetDllImportResolver(typeof(SQLite3Provider_e_sqlite3).Assembly, Resolve);

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path) =>
        name == "e_sqlite3" && NativeLibrary.TryLoad(SystemLibrary, out var library) ? library : 0;
}
