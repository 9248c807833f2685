using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Helm.Host.Web.Page;

/// <summary>Writes Razor components as HTML.</summary>
/// <remarks>By the renderer alone: no form is taken and nothing goes on in the browser, so nothing of the rest of Blazor is needed.</remarks>
internal sealed class Markup(IServiceProvider services, ILoggerFactory logs)
{
    public async Task<string> WriteAsync<TComponent>(Dictionary<string, object?> parameters)
        where TComponent : IComponent
    {
        await using var renderer = new HtmlRenderer(services, logs);
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(parameters))).ToHtmlString());
    }

    /// <summary>A whole page.</summary>
    public async Task<IResult> PageAsync<TComponent>(Dictionary<string, object?> parameters)
        where TComponent : IComponent => Results.Text(await WriteAsync<TComponent>(parameters), "text/html; charset=utf-8");
}
